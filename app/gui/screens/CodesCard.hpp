// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Card.hpp"
#include "app/gui/kit/Strips.hpp"
#include "app/presenters/FeeSchedulePresenter.hpp"

#include <functional>
#include <string>

namespace plumbline::app::kit {
class HairlineList;
class Paragraph;
class PlainButton;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

/// The clinic's own service codes.
class CodesCard final : public kit::Card {
public:
    /// In passing, with what takes it back.
    using Say = std::function<void(std::string const& sentence, kit::Remedy)>;
    CodesCard(wxWindow* parent, FeeSchedulePresenter& presenter, Say say);

    void add();
    /// Asks which file.
    void import_list();

private:
    void build();
    void draw();
    void change(std::size_t index);
    void remove();
    bool key(wxKeyEvent const& event);

    FeeSchedulePresenter& presenter_;
    kit::HairlineList* list_ = nullptr;
    kit::PlainButton *add_ = nullptr, *change_ = nullptr, *remove_ = nullptr, *import_ = nullptr;
    kit::Paragraph* said_ = nullptr;
    Connection redraw_, happened_;
};

} // namespace plumbline::app::gui
