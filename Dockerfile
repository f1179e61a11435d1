# Two stages: packages are installed and pages are built as root, served as an unprivileged user.
FROM node:24-bookworm-slim AS build
WORKDIR /opt/mamori
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN ./mamori build

FROM debian:bookworm-slim
RUN useradd --system --uid 10420 --home-dir /var/lib/mamori --shell /usr/sbin/nologin mamori \
 && install -d -o mamori -g mamori -m 0700 /var/lib/mamori
COPY --from=build /opt/mamori /opt/mamori
USER mamori
ENV MAMORI_HOST=0.0.0.0
VOLUME /var/lib/mamori
EXPOSE 8420
HEALTHCHECK --interval=30s --start-period=60s CMD ["/opt/mamori/mamori", "health"]
ENTRYPOINT ["/opt/mamori/mamori"]
CMD ["start", "--data", "/var/lib/mamori"]
