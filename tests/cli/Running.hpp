// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/TemporaryFolder.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace plumbline::testing {

/// What a run of the program left behind.
struct Run {
    int code = -1;
    std::string out, err;
    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs `plumbline-cli` as a shell would, with nothing on standard input unless the arguments redirect it.
[[nodiscard]] Run plumbline_cli(std::string const& arguments);

/// A clinic made by the program itself, in a folder that goes with it.
class OwnClinic {
public:
    OwnClinic();
    /// As the owner, with `--json`.
    [[nodiscard]] Run ask(std::string const& arguments) const;
    [[nodiscard]] std::string path(std::string const& name) const { return (folder_ / name).string(); }
    /// The arguments that name clinic, user and password file.
    [[nodiscard]] std::string as_owner() const;
    [[nodiscard]] Run const& made() const noexcept { return made_; }
    static constexpr char const* password = "quiet harbor lamp 7";

private:
    TemporaryFolder folder_;
    Run made_;
};

/// A demo clinic of a few patients.
class DemoClinic {
public:
    explicit DemoClinic(std::string const& seed = "7");
    [[nodiscard]] Run ask(std::string const& arguments) const;
    [[nodiscard]] std::string path(std::string const& name) const { return (folder_ / name).string(); }
    [[nodiscard]] Run const& made() const noexcept { return made_; }

private:
    TemporaryFolder folder_;
    Run made_;
};

/// What a reader of the PDF sees, by way of a text file beside it; nothing when it is no PDF.
[[nodiscard]] std::string words_of(std::string const& pdf, std::string const& into);

/// The keys of an object in the order in which they were printed, with spaces between.
[[nodiscard]] std::string keys(std::string const& text);

} // namespace plumbline::testing
