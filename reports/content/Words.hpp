// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/core/Message.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::reports {

/// The words a report is written in. English without a translator; with one, every literal marked by
/// tr_noop is looked up before its places are filled.
class Words {
public:
    using Translate = std::function<std::string(std::string_view)>;

    Words() = default;
    explicit Words(Translate translate)
        : translate_{std::move(translate)}
    {
    }

    [[nodiscard]] std::string operator()(std::string_view literal, std::vector<std::string> const& arguments = {}) const
    {
        return translate_ ? fill(translate_(literal), arguments) : fill(literal, arguments);
    }

private:
    Translate translate_;
};

} // namespace plumbline::reports
