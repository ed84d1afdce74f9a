# SPDX-License-Identifier: GPL-2.0-only

file(GLOB_RECURSE REX_SDK_HEADERS CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/sdk/*.hpp ${PROJECT_SOURCE_DIR}/abi/*.h)

# rex_extension(NAME SOURCES FOLDER): builds FOLDER/NAME.rex as a user would, with `rex build`.
# SOURCES is one file, or a list.
function(rex_extension name sources folder)
  file(MAKE_DIRECTORY ${folder})
  set(output ${folder}/${name}.rex)
  list(TRANSFORM sources REPLACE "^([^/])" "${CMAKE_CURRENT_SOURCE_DIR}/\\1")
  add_custom_command(
    OUTPUT ${output}
    COMMAND rex build ${sources} --name ${name} -o ${output}
    DEPENDS ${sources} rex checker rex_instrument ${REX_SDK_HEADERS}
    COMMENT "Building extension ${name}"
    VERBATIM)
  add_custom_target(${name}_rex ALL DEPENDS ${output})
endfunction()
