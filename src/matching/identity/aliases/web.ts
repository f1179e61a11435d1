/** Servers and clients of the web; read-rows.ts says what the columns are. */
export const web = `
apache httpd apache2 | apache:http_server | apache/httpd | BMDNT
boa | boa:boa | - | D
civetweb | civetweb_project:civetweb | civetweb/civetweb | BDT
curl libcurl libcurl4 | haxx:curl haxx:libcurl curl:curl curl:libcurl libcurl:libcurl daniel_stenberg:curl |
  curl/curl | BODNCT
goahead | embedthis:goahead | embedthis/goahead | D
gsoap | genivia:gsoap | - | D
haproxy | haproxy:haproxy | haproxy/haproxy | BDT
libmicrohttpd | gnu:libmicrohttpd | - | BDT
libssh | libssh:libssh | - | DNT
libssh2 | libssh2:libssh2 | libssh2/libssh2 | DT
lighttpd | lighttpd:lighttpd | lighttpd/lighttpd1.4 | DNCT
mini_httpd mini-httpd | acme:mini-httpd acme:mini_httpd | - | DT
mongoose | cesanta:mongoose | cesanta/mongoose | DNC
nghttp2 libnghttp2 | nghttp2:nghttp2 | nghttp2/nghttp2 | DNT
nginx | f5:nginx nginx:nginx f5:nginx_open_source | nginx/nginx | BMDNCT
nodejs node.js nodejs-src | nodejs:node.js | nodejs/node | BDNT
php | php:php php_group:php | php/php-src | BDNCT
privoxy | privoxy:privoxy | - | BDT
squid | squid-cache:squid squid:squid | squid-cache/squid | BDT
thttpd | acme:thttpd acme_labs:thttpd | - | DT
wget | gnu:wget wget:wget | - | BDT
`;
