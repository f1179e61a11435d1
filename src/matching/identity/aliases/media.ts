/** Pictures, sound, video and screens; read-rows.ts says what the columns are. */
export const media = `
alsa-lib | alsa-project:alsa-lib | alsa-project/alsa-lib | BD
assimp libassimp | assimp:assimp | assimp/assimp | DNCT
aubio | aubio:aubio | aubio/aubio | BD
bento4 | axiosys:bento4 | xbmc/bento4 | BD
cairo | cairographics:cairo | - | BD
chocolate-doom | chocolate-doom:chocolate_doom | chocolate-doom/chocolate-doom | BD
dav1d libdav1d | videolan:dav1d | - | T
enlightenment | enlightenment:enlightenment | - | BD
exempi | exempi_project:exempi | - | BD
exiv2 libexiv2 | exiv2:exiv2 andreas_huggel:exiv2 | exiv2/exiv2 | DT
faad2 libfaad2 libfaad | audiocoding:freeware_advanced_audio_decoder_2 audiocoding:faad2 faad2_project:faad2 |
  knik0/faad2 | DT
feh | feh_project:feh | - | BD
ffmpeg | ffmpeg:ffmpeg | ffmpeg/ffmpeg | BDT
flac | flac_project:flac flac:libflac | xiph/flac | DT
fluidsynth | fluidsynth:fluidsynth | fluidsynth/fluidsynth | BDT
fontconfig | fontconfig_project:fontconfig | - | BD
freetype freetype2 | freetype:freetype | freetype/freetype | BDN
gd libgd libgd3 | libgd:libgd libgd:gd_graphics_library gd_graphics_library_project:gd_graphics_library |
  libgd/libgd | DT
gdk-pixbuf gdk-pixbuf2 libgdk-pixbuf | gnome:gdk-pixbuf | - | BDT
ghostscript libgs | artifex:ghostscript ghostscript:ghostscript | artifexsoftware/ghostpdl | DT
giflib | giflib_project:giflib | - | BMD
gnuchess | gnu:chess | - | BDT
gnuplot | gnuplot:gnuplot | - | BD
graphicsmagick | graphicsmagick:graphicsmagick imagemagick:graphicsmagick | - | BDT
graphite2 libgraphite2 | sil:graphite2 | silnrsi/graphite | BD
gst1-rtsp-server gst-rtsp-server gstreamer1.0-rtsp-server | gstreamer_project:gst-rtsp-server | - | BD
gstreamer gstreamer1 gstreamer1.0 | gstreamer_project:gstreamer gstreamer:gstreamer | gstreamer/gstreamer | BDT
harfbuzz | harfbuzz_project:harfbuzz | harfbuzz/harfbuzz | BDT
icecast icecast2 | xiph:icecast icecast:icecast | xiph/icecast-server | DT
imagemagick libmagickcore libmagickwand | imagemagick:imagemagick | imagemagick/imagemagick | BDNC
intel-vpl-gpu-rt | intel:onevpl_gpu_runtime | intel/vpl-gpu-rt | B
jack2 jackd2 libjack | jackaudio:jack2 | jackaudio/jack2 | BDT
jasper | jasper_project:jasper | jasper-software/jasper | BDT
jbig2dec | artifex:jbig2dec | - | BD
jhead | jhead_project:jhead sentex:jhead | matthias-wandel/jhead | BDT
kodi | kodi:kodi xbmc:xbmc | xbmc/xbmc | BDT
lame libmp3lame | lame_project:lame | - | BD
lcms lcms2 liblcms2 | littlecms:little_cms_color_engine | mm2/little-cms | MD
libass libass9 | libass_project:libass | libass/libass | DT
libav | libav:libav | - | D
libbluray | videolan:libbluray | - | BD
libcdio | gnu:libcdio | libcdio/libcdio | BD
libde265 | struktur:libde265 | strukturag/libde265 | BDT
libebml libebml5 | matroska:libebml | matroska-org/libebml | DT
libexif libexif12 | libexif_project:libexif | - | BD
libgdiplus | mono-project:libgdiplus | - | BD
libgtk4 gtk4 gtk+3 libgtk3 gtk3 gtk | gnome:gtk | - | BOD
libheif | struktur:libheif | strukturag/libheif | BDT
libjpeg | ijg:libjpeg | - | BDNT
libjpeg-turbo jpeg-turbo | libjpeg-turbo:libjpeg-turbo d.r.commander:libjpeg-turbo | libjpeg-turbo/libjpeg-turbo |
  BDNT
libjxl | libjxl_project:libjxl | libjxl/libjxl | BD
libmad libmad0 mad | libmad_project:libmad | - | B
libmatroska | matroska:libmatroska | - | BDT
libmms libmms0 | libmms_project:libmms | - | BD
libmpeg2 mpeg2dec | videolan:libmpeg2 | - | B
libopenmpt libopenmpt0 | openmpt:libopenmpt | openmpt/openmpt | DT
libopus opus libopus0 | opus-codec:opus | xiph/opus | MD
libpng libpng16 | libpng:libpng greg_roelofs:libpng redhat:libpng | pnggroup/libpng | BDNT
libraw libraw20 | libraw:libraw | - | BDT
librsvg librsvg2 rsvg | gnome:librsvg | - | BDT
libsamplerate libsamplerate0 | libsamplerate_project:libsamplerate | libsndfile/libsamplerate | DT
libsndfile | libsndfile_project:libsndfile mega-nerd:libsndfile | libsndfile/libsndfile | BDT
libsrtp | cisco:libsrtp | cisco/libsrtp | BDT
libvips | libvips:libvips | libvips/libvips | BDT
libvorbis | xiph.org:libvorbis xiph:libvorbis | xiph/vorbis | BDT
libvpx | webmproject:libvpx | webmproject/libvpx | DT
libwebp webp | webmproject:libwebp google:libwebp | webmproject/libwebp | BD
libxcb libxcb1 | x:libxcb | - | BD
live555 live555-media | live555:streaming_media live555:live555 live555:liblivemedia | - | BMD
mesa3d-headers mesa3d mesa libgl-mesa | mesa3d:mesa | - | BD
motion | motion_project:motion | motion-project/motion | BDT
mp4v2 libmp4v2 | mp4v2:mp4v2 mp4v2_project:mp4v2 techsmith:mp4v2 | - | DT
mpd | musicpd:music_player_demon | - | B
mpg123 libmpg123 | mpg123:mpg123 | - | DT
mpv | mpv:mpv | mpv-player/mpv | BDT
mupdf | artifex:mupdf | - | BDT
netpbm libnetpbm | netpbm:netpbm netpbm_project:netpbm | - | DT
netsurf | netsurf-browser:netsurf | - | BD
ogre | ogre3d:ogre | ogrecave/ogre | B
opencv opencv4 | opencv:opencv | opencv/opencv | BDT
openh264 libopenh264 | cisco:openh264 | cisco/openh264 | B
openjpeg openjpeg2 libopenjp2 | uclouvain:openjpeg | uclouvain/openjpeg | BDT
orc liborc liborc-0.4 | gstreamer:orc | gstreamer/orc | OD
pango libpango libpango1.0 | gnome:pango pango:pango | - | DT
pcmanfm | pcmanfm_project:pcmanfm | - | BD
pixman | pixman:pixman | - | BDT
pjsip pjproject libpjsip | teluu:pjsip pjsip:pjsip | pjsip/pjproject | BD
poppler libpoppler | freedesktop:poppler poppler:poppler | - | DNT
pulseaudio | pulseaudio:pulseaudio | - | BD
qt qtbase qt5 qt6 qt5base qt6base | qt:qt digia:qt | qt/qtbase | BDT
rdesktop | rdesktop:rdesktop | - | BDT
rrdtool | rrdtool_project:rrdtool | oetiker/rrdtool-1.x | BD
sdl sdl2 sdl3 libsdl libsdl2 libsdl3 libsdl1.2 | libsdl:simple_directmedia_layer | - | BDT
sdl2_image sdl_image libsdl2-image | libsdl:sdl_image | - | BD
sox libsox | sound_exchange_project:sound_exchange libsox_project:libsox | - | BMD
speex | xiph:speex | xiph/speex | BDT
synergy | symless:synergy | symless/synergy-core | BD
taglib | taglib:taglib | - | BD
tesseract tesseract-ocr libtesseract | tesseract_ocr_project:tesseract_ocr tesseract_project:tesseract |
  tesseract-ocr/tesseract | DT
tiff libtiff | libtiff:libtiff | - | BDT
vlc libvlc | videolan:vlc_media_player videolan:vlc | videolan/vlc | DT
vorbis-tools | xiph:vorbis-tools | - | BDT
wavpack | wavpack:wavpack | - | BD
webkitgtk webkit2gtk webkitgtk3 libwebkit2gtk | webkitgtk:webkitgtk | - | DT
weston | wayland:weston | - | BD
wpewebkit wpe-webkit | wpewebkit:wpe_webkit | - | B
x11vnc | x11vnc_project:x11vnc | libvnc/x11vnc | BD
x265 | multicorewareinc:x265 | - | BD
xlib_libdmx libdmx libdmx1 | x:libdmx | - | BD
xlib_libfs libfs libfs6 | x:libfs | - | BD
xlib_libice libice libice6 | freedesktop:libice | - | BD
xlib_libxcursor libxcursor libxcursor1 | x:libxcursor | - | BD
xlib_libxdmcp libxdmcp libxdmcp6 | x.org:libxdmcp | - | BD
xlib_libxfixes libxfixes libxfixes3 | x:libxfixes | - | BD
xlib_libxfont2 libxfont libxfont2 | x:libxfont | - | BD
xlib_libxi libxi libxi6 | x.org:libxi | - | BD
xlib_libxinerama libxinerama libxinerama1 | x:libxinerama | - | BD
xlib_libxpm libxpm libxpm4 | x.org:libxpm | - | B
xlib_libxrandr libxrandr libxrandr2 | x.org:libxrandr | - | BD
xlib_libxrender libxrender libxrender1 | x.org:libxrender | - | BD
xlib_libxt libxt libxt6 | x:libxt | - | BD
xlib_libxtst libxtst libxtst6 | x:libxtst | - | BD
xlib_libxv libxv libxv1 | x.org:libxv | - | BD
xlib_libxxf86dga libxxf86dga libxxf86dga1 | x:libxxf86dga | - | BD
xlib_libxxf86vm libxxf86vm libxxf86vm1 | x:libxxf86vm | - | BD
xscreensaver | xscreensaver_project:xscreensaver xscreensaver:xscreensaver | - | BDT
xserver-xorg xorg-server xorg-x11-server xserver | x.org:xorg-server x.org:x_server xorg:xserver | - | OD
xterm | invisible-island:xterm | - | BD
xwayland | x.org:xwayland | - | T
`;
