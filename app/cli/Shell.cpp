// SPDX-License-Identifier: Apache-2.0
#include "app/cli/Shell.hpp"

#include "app/services/Administration.hpp"
#include "app/services/DemoClinic.hpp"
#include "domain/store/ShownAddress.hpp"

#include <termios.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iostream>

namespace plumbline::app::cli {

namespace {

/// Takes the echo off a terminal for as long as it lives.
class Silence {
public:
    Silence()
    {
        ::tcgetattr(STDIN_FILENO, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    Silence(Silence const&) = delete;
    Silence& operator=(Silence const&) = delete;

private:
    termios before_{};
};

std::string first_line(std::istream& from)
{
    std::string line;
    std::getline(from, line);
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

Exit exit_for(Refusal::Reason reason)
{
    switch (reason) {
    case Refusal::Reason::NotFound:
        return Exit::NotFound;
    case Refusal::Reason::Busy:
        return Exit::LockedOrBusy;
    case Refusal::Reason::Invalid:
    case Refusal::Reason::Conflict:
    case Refusal::Reason::NotAllowed:
        break;
    }
    return Exit::Refused;
}

} // namespace

Shell::Shell(
    std::istream& in_, std::ostream& out_, std::ostream& err_, ClinicDoor& door_, SystemClock& clock_, IdMaker& ids_)
    : in{in_}
    , out{out_}
    , err{err_}
    , door{door_}
    , clock{clock_}
    , ids{ids_}
{
}

Shell::~Shell() = default;

ClinicAddress Shell::address() const
{
    if (!clinic.empty())
        return {clinic};
    return {user == demo_clinic_login() ? demo_clinic_path() : default_clinic_path()};
}

Result<std::string> Shell::password(std::string_view prompt, bool twice)
{
    if (!password_file.empty()) {
        if (password_file == "-")
            return first_line(in);
        std::ifstream file{password_file};
        if (!file)
            return refuse(Refusal::Reason::NotFound, "password-file", tr_noop("The password file cannot be read."));
        return first_line(file);
    }
    if (user == demo_clinic_login() && !twice)
        return std::string{demo_clinic_login()};
    if (::isatty(STDIN_FILENO) == 0)
        return refuse(Refusal::Reason::Invalid, "password-file",
            tr_noop("There is no terminal to ask for the password. Give it with --password-file; - reads it from "
                    "standard input."));
    auto const ask = [&](std::string_view words) {
        err << words << std::flush;
        Silence const silence;
        std::string typed = first_line(in);
        err << '\n';
        return typed;
    };
    std::string typed = ask(prompt);
    if (twice && ask("The same again: ") != typed)
        return refuse(Refusal::Reason::Invalid, "password", tr_noop("The two passwords are not the same."));
    return typed;
}

Result<Desk*> Shell::desk()
{
    if (desk_)
        return desk_.get();
    if (!door.exists(address()))
        return refuse(Refusal::Reason::NotFound, "clinic",
            tr_noop("There is no clinic at {0}. Make one with init or demo."), {shown(address())});
    if (user.empty())
        return refuse(Refusal::Reason::Invalid, "user", tr_noop("Who is logging in? Give --user."));
    auto secret = password("Password: ", false);
    if (!secret)
        return refuse(secret.error());
    auto opened = door.open(address(), user, *secret);
    if (!opened)
        return refuse(opened.error());
    open_ = std::move(*opened);
    std::string const zone =
        open_->store().read([](Records const& records) { return records.settings().get("clinic.zone"); });
    if (!zone.empty())
        if (auto const known = clock.set_zone(zone); !known)
            return refuse(known.error());
    desk_ = std::make_unique<Desk>(*open_, Context{open_->actor(), &clock, &ids}, worker_);
    return desk_.get();
}

void Shell::answer(Json const& json_answer, std::function<void(std::ostream&)> const& text)
{
    if (json)
        out << json_answer.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        text(out);
}

Exit Shell::refuse_with(Refusal const& refusal)
{
    auto const say = [&](Refusal const& fault) {
        err << "plumbline-cli: ";
        if (!fault.field.empty())
            err << fault.field << ": ";
        err << fault.message.english() << '\n';
    };
    say(refusal);
    for (Refusal const& other : refusal.others)
        say(other);
    return exit_for(refusal.reason);
}

Result<std::int64_t> id_number(std::string const& text, std::string_view field)
{
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0)
        return refuse(Refusal::Reason::Invalid, field,
            tr_noop("That is not an id. Ids are the numbers that list and show print."));
    return value;
}

} // namespace plumbline::app::cli
