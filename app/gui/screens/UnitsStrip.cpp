// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/UnitsStrip.hpp"

#include "app/gui/kit/Choices.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"

#include <wx/sizer.h>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

UnitsStrip::UnitsStrip(wxWindow* parent, VisitNotePresenter& presenter)
    : kit::Area{parent, kit::Ground::Card}
    , presenter_{presenter}
{
    minutes_ = new kit::Paragraph{this, {}, Meaning::Text};
    rule_ = new kit::Paragraph{this, {}, Meaning::Muted, kit::Size::Caption};
    tie_ = new wxBoxSizer{wxHORIZONTAL};
    auto* const words = new wxBoxSizer{wxVERTICAL};
    words->Add(minutes_, 0, wxEXPAND);
    words->Add(rule_, 0, wxEXPAND);
    auto* const all = new wxBoxSizer{wxHORIZONTAL};
    all->Add(words, 1, wxEXPAND | wxALL, FromDIP(step::s));
    all->Add(tie_, 0, wxALIGN_CENTER_VERTICAL | wxALL, FromDIP(step::s));
    SetSizer(all);
    Hide();
}

void UnitsStrip::draw()
{
    UnitsLine const& line = presenter_.state().day;
    bool const writable = presenter_.state().writable;
    if (line == drawn_ && writable == writable_)
        return;
    wxString rule = wide(line.rule);
    for (std::string const& more : {line.day, line.remark})
        if (!more.empty())
            rule += wide(" · " + more);
    minutes_->set(wide(line.units.empty() ? line.minutes : line.minutes + "   " + line.units));
    rule_->set(rule);
    if (line.tied != drawn_.tied || writable != writable_)
        offer_tied(line, writable);
    if (choice_)
        choice_->choose(line.chosen);
    Show(!line.minutes.empty());
    drawn_ = line;
    writable_ = writable;
    GetParent()->Layout();
}

void UnitsStrip::offer_tied(UnitsLine const& line, bool writable)
{
    tie_->Clear(true);
    choice_ = nullptr;
    if (line.tied.empty())
        return;
    tie_->Add(new kit::TextLine{this, "Tie: the last unit goes to", Meaning::Due}, 0, wxALIGN_CENTER_VERTICAL | wxRIGHT,
        FromDIP(step::s));
    std::vector<wxString> codes;
    for (std::string const& code : line.tied)
        codes.push_back(wide(code));
    choice_ = new kit::SegmentedChoice{this, "Which code gets the last unit", codes};
    choice_->Enable(writable);
    choice_->on_choose([this](std::size_t index) {
        // The choice is made anew while the note is drawn, so it must have returned before.
        CallAfter([this, code = drawn_.tied.at(index)] { presenter_.choose_tied(code); });
    });
    tie_->Add(choice_, 0, wxALIGN_CENTER_VERTICAL);
}

} // namespace plumbline::app::gui
