// SPDX-License-Identifier: Apache-2.0
#include "tests/persistence/records/HostileTexts.hpp"

namespace plumbline::persistence::testing {

std::vector<std::string> const& hostile_texts()
{
    static std::vector<std::string> const texts{
        // Ends of a string, a statement, a comment.
        "'", "''", "\"", "\"\"", "`", "\\", "\\'", "';", "--", "#", "/*", "*/", "/**/", ";", "'--", "')", "'))", "\\\\';--",
        "' OR '1'='1", "' OR 1=1--", "\" OR \"\"=\"", "') OR ('1'='1", "' OR 'x'='x';--", "1 OR 1=1", "1) OR (1=1",
        "admin'--", "admin' #", "admin'/*", "' or 1=1#", "' or 1=1/*", "or 1=1--", "x' AND 1=(SELECT COUNT(*) FROM tab); --",
        // Statements of their own.
        "'; DROP TABLE patient; --", "'; DELETE FROM patient WHERE 1=1; --", "1; UPDATE patient SET family='x'",
        "'; INSERT INTO user_account VALUES (1); --", "'; TRUNCATE audit; --", "Robert'); DROP TABLE patient;--",
        "'; ALTER TABLE patient ADD x text; --", "'; VACUUM; --", "'; PRAGMA foreign_keys=off; --",
        "'; ATTACH DATABASE '/tmp/x' AS x; --", "'; COPY patient TO '/tmp/x'; --", "'; GRANT ALL ON patient TO public; --",
        "'; COMMIT; --", "'; ROLLBACK; --", "'; BEGIN EXCLUSIVE; --", "' UNION SELECT * FROM user_account --",
        "' UNION ALL SELECT NULL,NULL,NULL --", "1 UNION SELECT sqlite_version()", "' UNION SELECT version() --",
        "' AND (SELECT 1 FROM pg_sleep(10)) IS NULL --", "'||pg_sleep(10)--", "1;SELECT pg_sleep(10)",
        "' AND randomblob(1000000000/2) --", "' || (SELECT sql FROM sqlite_master) || '", "load_extension('x')",
        "' AND 1=CAST((SELECT login FROM user_account) AS int) --", "' HAVING 1=1 --", "' GROUP BY 1 --", "' ORDER BY 100 --",
        "' LIMIT 0 --", "1' AND '1'='2", "x' COLLATE nocase --", "' IS NOT NULL --", "EXEC xp_cmdshell('dir')",
        "'; SHUTDOWN WITH NOWAIT; --", "0x27206F7220313D31", "char(39)", "chr(39)||chr(39)", "%27 or 1=1", "&#39; or 1=1",
        // What a database library might take for its own.
        ":id", ":id = :id", ":family, :given", "::text", "?", "?1", "$1", "$1$2", "@id", "$$", "$body$x$body$", ":", "a:b",
        "{0}", "{}", "%s", "%n%n%n", "%d", "%x%p", "%", "%%", "_", "___", "[a-z]", "\\%", "\\_", "*", "E'\\x00'",
        "\\x41", "U&'\\0027'", "N'x'", "null", "NULL", "true", "nan", "-0", "1e309", "9223372036854775808", "0x7f",
        // Letters that look like quotes, hide, or turn around.
        "\xCA\xBC OR 1=1", "\xE2\x80\x99; --", "\xEF\xBC\x87 OR 1=1", "\xE2\x80\xAE" "gnitset", "\xE2\x80\x8B", "\xEF\xBB\xBF" "x",
        "\xCC\x81", "Z\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9", "\xF4\x8F\xBF\xBF",
        "\xEF\xBF\xBE", "\xC2\xA0", "\xE2\x80\xA8", "\xC2\x85", "\xEE\x80\x80",
        // Controls, and the ends of lines and fields.
        "\x01\x02\x1F\x7F", "\x1B[31mred", "\b\b\b", "x\r\ny", "\n", "\t", "x\ty", "\r", "\x1A",
        // For those who will show, export or print it.
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>", "<!--", "&amp;&lt;", "=cmd|'/C calc'!A0",
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "(x\\)", "%PDF-1.7", "../../etc/passwd", "C:\\aux", "file:///etc/passwd",
        "${jndi:ldap://x}", "$(reboot)", "`reboot`", "| reboot", "&& reboot", "\\N", "\\.", "''''''''''''''''", "O'",
    };
    return texts;
}

} // namespace plumbline::persistence::testing
