# embed.cmake - turn Lua files into a C file that holds them as text.
#
#   cmake -DOUT=embedded_data.c "-DFILES=a.lua;b.lua" -P embed.cmake
#
# The result defines embedded_files[] of sim/lua/embedded.h: each file under its
# name without folder and extension.

set(text "/* Made by scripts/embed.cmake. */\n#include \"lua/embedded.h\"\n\n")
set(rows "")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  string(APPEND text "static const unsigned char ${name}[] = { ${hex} };\n")
  string(APPEND rows "    { \"${name}\", (const char *)${name}, ${size} },\n")
endforeach()
string(APPEND text "\nconst struct embedded_file embedded_files[] = {\n"
  "${rows}    { NULL, NULL, 0 },\n};\n")
file(WRITE ${OUT} "${text}")
