# embed.cmake - turn Lua files into a C file that holds them as text.
#
#   cmake -DOUT=data.c -DHEADER=lua/embedded.h -DARRAY=embedded_files
#         -DROW=embedded_file "-DFILES=a.lua;b.lua" -P embed.cmake
#
# The result defines the array that the header declares, of struct ROW: each
# file under its name without folder and extension, its text and its size.

set(text "/* Made by scripts/embed.cmake. */\n#include \"${HEADER}\"\n\n")
set(rows "")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  string(MAKE_C_IDENTIFIER "file_${name}" id)
  string(APPEND text "static const unsigned char ${id}[] = { ${hex} };\n")
  string(APPEND rows
    "    { \"${name}\", (const char *)${id}, ${size} },\n")
endforeach()
string(APPEND text "\nconst struct ${ROW} ${ARRAY}[] = {\n"
  "${rows}    { NULL, NULL, 0 },\n};\n")
file(WRITE ${OUT} "${text}")
