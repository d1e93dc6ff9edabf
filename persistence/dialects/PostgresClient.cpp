// SPDX-License-Identifier: Apache-2.0
// libpq, loaded when a clinic on a server is opened. With TLS, Kerberos and LDAP behind it, it is 28 libraries, which
// took a fifth of the program's start although most clinics are one file. SOCI's PostgreSQL backend is linked to the
// functions here; each is libpq's own, as its header declares it, and hands the call on.
#include <dlfcn.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace {

template <std::size_t length>
struct Name {
    // NOLINTNEXTLINE(google-explicit-constructor): a name is written as what it is, a literal.
    consteval Name(char const (&literal)[length]) { std::copy_n(literal, length, text); }
    char text[length]{};
};

void* client()
{
    // Never unloaded: a connection may be open until the program ends.
    static void* const library = ::dlopen("libpq.so.5", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr)
        throw std::runtime_error{"the client library of PostgreSQL, libpq.so.5, is not installed"};
    return library;
}

/// What libpq has under this name. Looked up once.
template <class Function, Name name>
Function& late()
{
    static auto* const found = reinterpret_cast<Function*>(::dlsym(client(), name.text));
    if (found == nullptr)
        throw std::runtime_error{"the client library of PostgreSQL lacks a function"};
    return *found;
}

} // namespace

extern "C" {

void PQclear(PGresult* result)
{
    late<decltype(PQclear), "PQclear">()(result);
}

char* PQcmdTuples(PGresult* result)
{
    return late<decltype(PQcmdTuples), "PQcmdTuples">()(result);
}

PGconn* PQconnectdb(char const* wishes)
{
    return late<decltype(PQconnectdb), "PQconnectdb">()(wishes);
}

PQconninfoOption* PQconninfoParse(char const* wishes, char** trouble)
{
    return late<decltype(PQconninfoParse), "PQconninfoParse">()(wishes, trouble);
}

void PQconninfoFree(PQconninfoOption* options)
{
    late<decltype(PQconninfoFree), "PQconninfoFree">()(options);
}

void PQfreemem(void* memory)
{
    late<decltype(PQfreemem), "PQfreemem">()(memory);
}

char* PQerrorMessage(PGconn const* connection)
{
    return late<decltype(PQerrorMessage), "PQerrorMessage">()(connection);
}

PGresult* PQexec(PGconn* connection, char const* query)
{
    return late<decltype(PQexec), "PQexec">()(connection, query);
}

PGresult* PQexecParams(PGconn* connection, char const* command, int count, Oid const* types, char const* const* values,
    int const* lengths, int const* formats, int format)
{
    return late<decltype(PQexecParams), "PQexecParams">()(
        connection, command, count, types, values, lengths, formats, format);
}

PGresult* PQexecPrepared(PGconn* connection, char const* name, int count, char const* const* values, int const* lengths,
    int const* formats, int format)
{
    return late<decltype(PQexecPrepared), "PQexecPrepared">()(
        connection, name, count, values, lengths, formats, format);
}

int PQfformat(PGresult const* result, int column)
{
    return late<decltype(PQfformat), "PQfformat">()(result, column);
}

void PQfinish(PGconn* connection)
{
    late<decltype(PQfinish), "PQfinish">()(connection);
}

char* PQfname(PGresult const* result, int column)
{
    return late<decltype(PQfname), "PQfname">()(result, column);
}

int PQfsize(PGresult const* result, int column)
{
    return late<decltype(PQfsize), "PQfsize">()(result, column);
}

Oid PQftype(PGresult const* result, int column)
{
    return late<decltype(PQftype), "PQftype">()(result, column);
}

PGresult* PQgetResult(PGconn* connection)
{
    return late<decltype(PQgetResult), "PQgetResult">()(connection);
}

int PQgetisnull(PGresult const* result, int row, int column)
{
    return late<decltype(PQgetisnull), "PQgetisnull">()(result, row, column);
}

char* PQgetvalue(PGresult const* result, int row, int column)
{
    return late<decltype(PQgetvalue), "PQgetvalue">()(result, row, column);
}

int PQnfields(PGresult const* result)
{
    return late<decltype(PQnfields), "PQnfields">()(result);
}

int PQntuples(PGresult const* result)
{
    return late<decltype(PQntuples), "PQntuples">()(result);
}

PGresult* PQprepare(PGconn* connection, char const* name, char const* query, int count, Oid const* types)
{
    return late<decltype(PQprepare), "PQprepare">()(connection, name, query, count, types);
}

char* PQresultErrorField(PGresult const* result, int field)
{
    return late<decltype(PQresultErrorField), "PQresultErrorField">()(result, field);
}

char* PQresultErrorMessage(PGresult const* result)
{
    return late<decltype(PQresultErrorMessage), "PQresultErrorMessage">()(result);
}

ExecStatusType PQresultStatus(PGresult const* result)
{
    return late<decltype(PQresultStatus), "PQresultStatus">()(result);
}

int PQsendPrepare(PGconn* connection, char const* name, char const* query, int count, Oid const* types)
{
    return late<decltype(PQsendPrepare), "PQsendPrepare">()(connection, name, query, count, types);
}

int PQsendQuery(PGconn* connection, char const* query)
{
    return late<decltype(PQsendQuery), "PQsendQuery">()(connection, query);
}

int PQsendQueryParams(PGconn* connection, char const* command, int count, Oid const* types, char const* const* values,
    int const* lengths, int const* formats, int format)
{
    return late<decltype(PQsendQueryParams), "PQsendQueryParams">()(
        connection, command, count, types, values, lengths, formats, format);
}

int PQsendQueryPrepared(PGconn* connection, char const* name, int count, char const* const* values, int const* lengths,
    int const* formats, int format)
{
    return late<decltype(PQsendQueryPrepared), "PQsendQueryPrepared">()(
        connection, name, count, values, lengths, formats, format);
}

int PQserverVersion(PGconn const* connection)
{
    return late<decltype(PQserverVersion), "PQserverVersion">()(connection);
}

int PQsetSingleRowMode(PGconn* connection)
{
    return late<decltype(PQsetSingleRowMode), "PQsetSingleRowMode">()(connection);
}

ConnStatusType PQstatus(PGconn const* connection)
{
    return late<decltype(PQstatus), "PQstatus">()(connection);
}

PGTransactionStatusType PQtransactionStatus(PGconn const* connection)
{
    return late<decltype(PQtransactionStatus), "PQtransactionStatus">()(connection);
}

int lo_close(PGconn* connection, int file)
{
    return late<decltype(lo_close), "lo_close">()(connection, file);
}

int lo_lseek(PGconn* connection, int file, int offset, int whence)
{
    return late<decltype(lo_lseek), "lo_lseek">()(connection, file, offset, whence);
}

int lo_open(PGconn* connection, Oid object, int mode)
{
    return late<decltype(lo_open), "lo_open">()(connection, object, mode);
}

int lo_read(PGconn* connection, int file, char* buffer, std::size_t length)
{
    return late<decltype(lo_read), "lo_read">()(connection, file, buffer, length);
}

int lo_write(PGconn* connection, int file, char const* buffer, std::size_t length)
{
    return late<decltype(lo_write), "lo_write">()(connection, file, buffer, length);
}

} // extern "C"
