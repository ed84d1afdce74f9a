# SPDX-License-Identifier: GPL-2.0-only

file(GLOB_RECURSE REX_SDK_HEADERS CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/sdk/*.hpp ${PROJECT_SOURCE_DIR}/abi/*.h)

# rex_extension(NAME SOURCE FOLDER): builds FOLDER/NAME.rex as a user would, with `rex build`.
function(rex_extension name source folder)
  file(MAKE_DIRECTORY ${folder})
  set(output ${folder}/${name}.rex)
  get_filename_component(source ${source} ABSOLUTE)
  add_custom_command(
    OUTPUT ${output}
    COMMAND rex build ${source} --name ${name} -o ${output}
    DEPENDS ${source} rex checker rex_instrument ${REX_SDK_HEADERS}
    COMMENT "Building extension ${name}"
    VERBATIM)
  add_custom_target(${name}_rex ALL DEPENDS ${output})
endfunction()
