// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Page.hpp"
#include "app/gui/kit/Painting.hpp"

#include <string>
#include <utility>

namespace plumbline::gallery {

/// A page of the gallery.
class Sample : public app::kit::Area, public app::kit::Page {
public:
    Sample(wxWindow* parent, std::string title)
        : Area{parent}
        , title_{std::move(title)}
    {
    }
    [[nodiscard]] wxWindow* window() override { return this; }
    [[nodiscard]] std::string title() const override { return title_; }
    void take_focus() override { SetFocus(); }

private:
    std::string title_;
};

} // namespace plumbline::gallery
