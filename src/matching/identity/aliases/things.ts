/** Small systems and what connects things; read-rows.ts says what the columns are. */
export const things = `
contiki-ng | contiki-ng:contiki-ng | contiki-ng/contiki-ng | DNC
esp-idf | espressif:esp-idf | espressif/esp-idf | DNC
freertos freertos-kernel | amazon:freertos | freertos/freertos-kernel | D
freertos-plus-tcp | amazon:freertos-plus-tcp | freertos/freertos-plus-tcp | DC
grpc | grpc:grpc | grpc/grpc | BMDN
libcoap | libcoap:libcoap | obgm/libcoap | BDCT
libiec61850 | mz-automation:libiec61850 | mz-automation/libiec61850 | BD
libmodbus | libmodbus:libmodbus | stephane/libmodbus | BDCT
lwip | lwip_project:lwip | lwip-tcpip/lwip | D
mosquitto libmosquitto | eclipse:mosquitto | eclipse/mosquitto eclipse-mosquitto/mosquitto | BDNT
nanopb | nanopb_project:nanopb | nanopb/nanopb | DN
netxduo | microsoft:azure_rtos_netx_duo eclipse:threadx_netx_duo | eclipse-threadx/netxduo | DN
nuttx | apache:nuttx | apache/nuttx | DN
open62541 | open62541:open62541 | open62541/open62541 | BD
protobuf libprotobuf | google:protobuf google:protobuf-cpp protobuf:protobuf | protocolbuffers/protobuf | BMDN
riot-os | riot-os:riot riot_project:riot | riot-os/riot | DNC
threadx | microsoft:azure_rtos_threadx eclipse:threadx | eclipse-threadx/threadx | DN
zephyr | zephyrproject:zephyr zephyrproject-rtos:zephyr | zephyrproject-rtos/zephyr | DC
zeromq libzmq | zeromq:libzmq | zeromq/libzmq | BD
`;
