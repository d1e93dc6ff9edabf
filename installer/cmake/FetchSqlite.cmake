# Brings the source of SQLite3 Multiple Ciphers into the build tree, from the npm package that carries it.
# Sets PLUMBLINE_SQLITE_SOURCE to the folder of sqlite3.c. Nothing is taken whose SHA-512 is not the one below.

set(PLUMBLINE_SQLITE_PACKAGE better-sqlite3-multiple-ciphers)
set(PLUMBLINE_SQLITE_VERSION 13.0.3) # SQLite3 Multiple Ciphers 2.4.0 = SQLite 3.53.4
set(PLUMBLINE_SQLITE_SHA512
    51869b33cdabd49f384cb59cfd2b33a07b3a5e8a56a65ff61c283736e8b52546855e0fd52ecc3390fa306224612bfe027ed23c760b62930c9941e70c95dac6c5
    CACHE STRING "SHA-512 of the SQLite source package; another value only to prove that it is checked")
mark_as_advanced(PLUMBLINE_SQLITE_SHA512)

function(plumbline_fetch_sqlite)
    set(name ${PLUMBLINE_SQLITE_PACKAGE}-${PLUMBLINE_SQLITE_VERSION})
    # One download serves every build folder of a person; the hash is checked at each configure all the same.
    if(NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
        set(cache "$ENV{XDG_CACHE_HOME}/plumbline")
    elseif(NOT "$ENV{HOME}" STREQUAL "")
        set(cache "$ENV{HOME}/.cache/plumbline")
    else()
        set(cache "${CMAKE_BINARY_DIR}/download")
    endif()
    set(package "${cache}/${name}.tgz")
    set(unpacked "${CMAKE_BINARY_DIR}/sqlite/${name}")
    set(source "${unpacked}/package/deps/sqlite3")
    set(PLUMBLINE_SQLITE_SOURCE "${source}" PARENT_SCOPE)

    if(NOT EXISTS "${package}")
        find_program(PLUMBLINE_NPM npm)
        if(NOT PLUMBLINE_NPM)
            message(FATAL_ERROR "npm is needed once, to download the source of SQLite (${name}). "
                "Install it (Debian: apt install npm) or put ${name}.tgz into ${cache}.")
        endif()
        message(STATUS "Downloading ${name} (14 MB)")
        # A folder of its own, so that two build folders configuring at once never see half a file.
        string(RANDOM LENGTH 12 nonce)
        set(landing "${cache}/incoming-${nonce}")
        file(MAKE_DIRECTORY "${landing}")
        execute_process(
            COMMAND ${PLUMBLINE_NPM} pack --silent --ignore-scripts --pack-destination "${landing}"
                ${PLUMBLINE_SQLITE_PACKAGE}@${PLUMBLINE_SQLITE_VERSION}
            WORKING_DIRECTORY "${landing}"
            RESULT_VARIABLE failed ERROR_VARIABLE complaint OUTPUT_QUIET)
        if(failed OR NOT EXISTS "${landing}/${name}.tgz")
            file(REMOVE_RECURSE "${landing}")
            message(FATAL_ERROR "npm could not download ${name}, the source of SQLite: ${complaint}")
        endif()
        file(RENAME "${landing}/${name}.tgz" "${package}")
        file(REMOVE_RECURSE "${landing}")
    endif()

    file(SHA512 "${package}" found)
    if(NOT found STREQUAL PLUMBLINE_SQLITE_SHA512)
        message(FATAL_ERROR "${package} is not the SQLite source this program was made with: "
            "its SHA-512 is ${found}, expected was ${PLUMBLINE_SQLITE_SHA512}. Nothing was built. "
            "Delete the file to download it again.")
    endif()
    if(NOT EXISTS "${unpacked}/${found}")
        file(REMOVE_RECURSE "${unpacked}")
        file(ARCHIVE_EXTRACT INPUT "${package}" DESTINATION "${unpacked}" PATTERNS "package/deps/sqlite3/*")
        file(TOUCH "${unpacked}/${found}")
    endif()
    if(NOT EXISTS "${source}/sqlite3.c" OR NOT EXISTS "${source}/sqlite3.h")
        message(FATAL_ERROR "${package} holds no deps/sqlite3/sqlite3.c")
    endif()
endfunction()
