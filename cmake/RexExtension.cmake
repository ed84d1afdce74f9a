# SPDX-License-Identifier: GPL-2.0-only

file(GLOB_RECURSE REX_SDK_HEADERS CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/sdk/*.hpp ${PROJECT_SOURCE_DIR}/abi/*.h)

# rex_extension(NAME SOURCES FOLDER): builds FOLDER/NAME.rex as a user would, with `rex build`.
# SOURCES is one file, or a list.
function(rex_extension name sources folder)
  file(MAKE_DIRECTORY ${folder})
  set(output ${folder}/${name}.rex)
  set(paths)
  foreach(source ${sources})
    get_filename_component(path ${source} ABSOLUTE)
    list(APPEND paths ${path})
  endforeach()
  add_custom_command(
    OUTPUT ${output}
    COMMAND rex build ${paths} --name ${name} -o ${output}
    DEPENDS ${paths} rex checker rex_instrument ${REX_SDK_HEADERS}
    COMMENT "Building extension ${name}"
    VERBATIM)
  add_custom_target(${name}_rex ALL DEPENDS ${output})
endfunction()

# rex_ebpf(SOURCE OUTPUT): compiles eBPF programs, for tests and benchmarks beside ours.
function(rex_ebpf source output)
  get_filename_component(path ${source} ABSOLUTE)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_CXX_COMPILER} -x c -target bpf -mcpu=v3 -O2 -g -Wall -Wextra
            -isystem /usr/include/${CMAKE_CXX_LIBRARY_ARCHITECTURE} -c ${path} -o ${output}
    DEPENDS ${path}
    COMMENT "Building eBPF programs ${source}"
    VERBATIM)
endfunction()
