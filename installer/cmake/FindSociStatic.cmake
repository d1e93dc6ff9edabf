# SOCI as Debian ships it has neither a CMake nor a pkg-config file. The static libraries are taken, because the
# shared SQLite backend would bring Debian's own SQLite into the process beside ours. libpq is not linked: whoever uses
# Soci::postgresql brings its functions (persistence/dialects/PostgresClient.cpp).
find_path(SOCI_INCLUDE_DIR soci/soci.h)
find_path(SOCI_PQ_INCLUDE_DIR libpq-fe.h PATH_SUFFIXES postgresql)
find_library(SOCI_CORE_LIBRARY libsoci_core.a)
find_library(SOCI_SQLITE3_LIBRARY libsoci_sqlite3.a)
find_library(SOCI_POSTGRESQL_LIBRARY libsoci_postgresql.a)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SociStatic
    REASON_FAILURE_MESSAGE "Install libsoci-dev and libpq-dev"
    REQUIRED_VARS SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY SOCI_POSTGRESQL_LIBRARY
        SOCI_INCLUDE_DIR SOCI_PQ_INCLUDE_DIR)
mark_as_advanced(SOCI_INCLUDE_DIR SOCI_PQ_INCLUDE_DIR SOCI_CORE_LIBRARY SOCI_SQLITE3_LIBRARY
    SOCI_POSTGRESQL_LIBRARY)

if(SociStatic_FOUND AND NOT TARGET Soci::core)
    add_library(Soci::core STATIC IMPORTED)
    set_target_properties(Soci::core PROPERTIES IMPORTED_LOCATION "${SOCI_CORE_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${SOCI_INCLUDE_DIR}" INTERFACE_LINK_LIBRARIES "${CMAKE_DL_LIBS}")
    add_library(Soci::sqlite3 STATIC IMPORTED)
    set_target_properties(Soci::sqlite3 PROPERTIES IMPORTED_LOCATION "${SOCI_SQLITE3_LIBRARY}"
        INTERFACE_LINK_LIBRARIES Soci::core)
    add_library(Soci::postgresql STATIC IMPORTED)
    set_target_properties(Soci::postgresql PROPERTIES IMPORTED_LOCATION "${SOCI_POSTGRESQL_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${SOCI_PQ_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES Soci::core)
endif()
