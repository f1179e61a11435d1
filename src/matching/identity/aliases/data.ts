/** Libraries: compression, data, databases; read-rows.ts says what the columns are. */
export const data = String.raw`
abseil-cpp libabsl | abseil:common_libraries | abseil/abseil-cpp | M
ace | vanderbilt:adaptive_communication_environment | - | BD
apr libapr1 apr-1 | apache:portable_runtime | - | BOD
apr-util libaprutil1 | apache:apr-util apache:portable_runtime_utility | - | OD
bdwgc libgc | bdwgc_project:bdwgc | bdwgc/bdwgc | BD
berkeleydb berkeley-db libdb db5.3 | oracle:berkeley_db | - | BDT
boost | boost:boost | boostorg/boost | BOD
brotli | google:brotli | google/brotli | BD
bzip2 libbz2 | bzip:bzip2 bzip2:bzip2 | - | BODT
c-periphery | c-periphery_project:c-periphery | vsergeev/c-periphery | BD
capnproto libcapnp | capnproto:capnproto capnproto:capnp | capnproto/capnproto | BDT
cjson | cjson_project:cjson davegamble:cjson | davegamble/cjson | DC
cracklib cracklib2 | cracklib_project:cracklib | cracklib/cracklib | BD
duktape | duktape_project:duktape | svaarala/duktape | BD
elfutils libelf libdw | elfutils_project:elfutils | - | BDT
expat libexpat libexpat1 | libexpat_project:libexpat | libexpat/libexpat | BDNT
flatbuffers libflatbuffers | google:flatbuffers | google/flatbuffers | BD
flatcc | flatcc_project:flatcc | dvidelabs/flatcc | B
fmt fmtlib libfmt | fmt:fmt | fmtlib/fmt | BD
gdal | osgeo:gdal gdal:gdal | - | BDT
glib glib2 libglib2-bootstrap glib-2.0 glib2.0 libglib2 | gnome:glib | - | BDT
gmp libgmp libgmp10 | gmplib:gmp | - | BDT
hdf5 libhdf5 | hdfgroup:hdf5 | hdfgroup/hdf5 | DNT
hiredis libhiredis | redis:hiredis | redis/hiredis | BD
hunspell libhunspell | hunspell_project:hunspell | hunspell/hunspell | DT
icu | icu-project:international_components_for_unicode unicode:international_components_for_unicode |
  unicode-org/icu | BDT
jansson | jansson_project:jansson | akheron/jansson | BD
jose | latchset:jose | latchset/jose | BD
json-c | json-c:json-c json-c_project:json-c | json-c/json-c | BDT
json-for-modern-cpp nlohmann-json nlohmann_json | json-for-modern-cpp_project:json-for-modern-cpp | nlohmann/json | BD
lapack | lapack_project:lapack | reference-lapack/lapack | BD
libaio libaio1 | libaio_project:libaio | - | BD
libarchive | libarchive:libarchive freebsd:libarchive | libarchive/libarchive | BDT
libatomic_ops libatomic-ops | libatomic_ops_project:libatomic_ops | bdwgc/libatomic_ops | BD
libbsd libbsd0 | freedesktop:libbsd | - | BD
libcap-ng libcap-ng0 | libcap-ng_project:libcap-ng | stevegrubb/libcap-ng | BD
libcgroup libcgroup1 cgroup-tools | libcgroup_project:libcgroup | libcgroup/libcgroup | BD
libconfuse libconfuse2 confuse | libconfuse_project:libconfuse | libconfuse/libconfuse | DT
libestr libestr0 | adiscon:libestr | rsyslog/libestr | MD
libevent | libevent_project:libevent niels_provos:libevent | libevent/libevent | BDT
libfastjson libfastjson4 | rsyslog:libfastjson | rsyslog/libfastjson | MD
libffi | libffi_project:libffi | libffi/libffi | BD
libfribidi fribidi | gnu:fribidi gnu:gnu_fribidi | fribidi/fribidi | BDT
libfuse3 libfuse fuse3 fuse fuse2 | libfuse_project:libfuse fuse_project:fuse | libfuse/libfuse | BMD
libgee libgee-0.8-2 | gnome:libgee | - | BD
libgit2 | libgit2:libgit2 libgit2_project:libgit2 | libgit2/libgit2 | BDT
libical libical3 | libical_project:libical | libical/libical | BDT
libidn | gnu:libidn | - | BD
libidn2 | gnu:libidn2 | - | BDT
libinput libinput10 | freedesktop:libinput | - | BDT
liblogging | adiscon:liblogging | - | BD
libmemcached libmemcached11 | awesome:libmemcached | awesomized/libmemcached | DT
libpeas | gnome:libpeas | - | BD
libplist libplist3 | libimobiledevice:libplist | libimobiledevice/libplist | BD
libqmi libqmi-glib5 | libqmi_project:libqmi | - | BD
librsync librsync2 | librsync_project:librsync | librsync/librsync | DT
libsolv libsolv1 | opensuse:libsolv | opensuse/libsolv | DT
libsysfs | sysfsutils_project:sysfsutils | linux-ras/sysfsutils | BD
libuci uci | openwrt:libuci | - | B
libucl | vstakhov:libucl | vstakhov/libucl | BD
libunistring | gnu:libunistring | - | BD
libusb | libusb:libusb | libusb/libusb | BD
libuv | libuv:libuv libuv_project:libuv | libuv/libuv | BDT
libxkbcommon libxkbcommon0 | xkbcommon:libxkbcommon | xkbcommon/libxkbcommon | BOD
libxml2 | xmlsoft:libxml2 libxml2:libxml2 | gnome/libxml2 | BDNT
libxslt | xmlsoft:libxslt | gnome/libxslt | DNT
libyaml | pyyaml:libyaml | yaml/libyaml | BDT
libzip libzip4 | libzip:libzip | - | BD
lightning | gnu:lightning | - | BD
linenoise | antirez:linenoise | antirez/linenoise | BD
llama-cpp | ggml:llama.cpp | ggml-org/llama.cpp | BD
llvm libllvm | llvm:llvm | - | BOD
log4cxx | apache:log4cxx | - | BD
lua | lua:lua | lua/lua | BDT
lz4 liblz4 | lz4_project:lz4 yann_collet:lz4 | lz4/lz4 | BDT
lzo liblzo2 | lzo_project:lzo oberhumer:lzo oberhumer:lzo2 | - | BOD
mariadb mariadb-server libmariadb | mariadb:mariadb | - | BDNT
matio | matio_project:matio | - | BD
micropython | micropython:micropython | micropython/micropython | BDT
microsoft-gsl ms-gsl | microsoft:gsl | microsoft/gsl | M
minizip libminizip | minizip_project:minizip zlib:minizip | - | DN
mysql mysql-server libmysqlclient | oracle:mysql mysql:mysql | mysql/mysql-server | DNT
onig oniguruma libonig libonig5 | oniguruma_project:oniguruma | kkos/oniguruma | MD
openblas | openblas_project:openblas | openmathlib/openblas | BD
p7zip | 7-zip:p7zip | p7zip-project/p7zip | BDT
pcre libpcre | pcre:pcre | - | DNCT
pcre2 | pcre:pcre2 | pcre2project/pcre2 | BDNT
perl | perl:perl larry_wall:perl | perl/perl5 | BDT
poco | pocoproject:poco | pocoproject/poco | BD
postgresql libpq | postgresql:postgresql | - | BDT
protobuf-c libprotobuf-c | protobuf-c_project:protobuf-c | protobuf-c/protobuf-c | BDT
pugixml | pugixml_project:pugixml | zeux/pugixml | BD
python3 cpython | python:python python_software_foundation:python | python/cpython | BODNT
rapidjson | tencent:rapidjson | tencent/rapidjson | BD
raptor raptor2 | librdf:raptor_rdf_syntax_library | - | BMDT
redis | redis:redis | redis/redis | BDC
snappy libsnappy | google:snappy | google/snappy | BMD
sqlcipher | zetetic:sqlcipher | sqlcipher/sqlcipher | BD
sqlite sqlite3 | sqlite:sqlite | sqlite/sqlite | BDT
tclap | tclap_project:tclap | - | BD
thrift libthrift | apache:thrift | apache/thrift | MDT
timescaledb | timescale:timescaledb | timescale/timescaledb | BDT
tinyxml | tinyxml_project:tinyxml | - | BD
tinyxml2 | tinyxml2_project:tinyxml2 | leethomason/tinyxml2 | BD
unixodbc | unixodbc:unixodbc | - | BDT
unzip | unzip_project:unzip info-zip:unzip | - | BD
valijson | valijson_project:valijson | tristanpenman/valijson | BD
xapian xapian-core | xapian:xapian-core | - | BD
xerces xerces-c xerces-c++ | apache:xerces-c\+\+ | - | B
xz xz-utils liblzma | tukaani:xz | tukaani-project/xz | BDN
yaml-cpp | yaml-cpp_project:yaml-cpp | jbeder/yaml-cpp | BD
zchunk | zchunk:zchunk | zchunk/zchunk | BDT
zlib zlib1g | zlib:zlib gnu:zlib | madler/zlib | ODNCT
zstd libzstd | facebook:zstandard | facebook/zstd | DT
zziplib | gdraheim:zziplib | gdraheim/zziplib | BD
`;
