// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screens/DecisionCard.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Buttons.hpp"
#include "app/gui/kit/Marks.hpp"
#include "app/gui/kit/Words.hpp"
#include "app/presenters/Sentences.hpp"

#include <wx/wrapsizer.h>

#include <algorithm>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

/// The rest of the day must stay in sight beside the decisions.
constexpr std::size_t shown_at_first = 2;

} // namespace

DecisionCard::DecisionCard(wxWindow* parent, Steps steps)
    : kit::Card{parent, "Needs a decision", kit::CardTone::Stop}
    , steps_{std::move(steps)}
{
}

void DecisionCard::draw(std::vector<DecisionRow> const& rows, std::optional<Names> names)
{
    if (rows == rows_ && names == names_)
        return;
    rows_ = rows;
    names_ = names;
    if (rows_.size() > 1)
        set_trailing({{wxString::Format("%zu", rows_.size()), Meaning::Text, kit::Weight::Bold}});
    else
        set_trailing({});
    rebuild();
}

void DecisionCard::rebuild()
{
    content()->DestroyChildren();
    content()->GetSizer()->Clear();
    std::size_t const shown = all_shown_ ? rows_.size() : std::min(rows_.size(), shown_at_first);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0)
            add(new kit::Hairline{content()});
        add_block(rows_[i]);
    }
    if (rows_.size() > shown_at_first) {
        add(new kit::Hairline{content()});
        wxString const words =
            all_shown_ ? wxString{"Show fewer"} : wxString::Format("Show all %zu decisions", rows_.size());
        auto* const more = new kit::LinkButton{content(), words, [this] {
                                                   all_shown_ = !all_shown_;
                                                   // The button dies with what it changes.
                                                   CallAfter([this] { rebuild(); });
                                               }};
        content()->GetSizer()->Add(more, wxSizerFlags{}.Left().Border(wxLEFT | wxRIGHT, FromDIP(step::s)));
    }
    Layout();
    kit::relayout(this);
}

void DecisionCard::add_block(DecisionRow const& row)
{
    auto* const inside = content();
    wxString const name = names_ ? wide(shown_name(row.name, *names_)) : wxString{};
    kit::Runs head;
    if (!name.empty()) {
        head.push_back({name, Meaning::Text, kit::Weight::Bold});
        head.push_back({wide(" · "), Meaning::Text});
    }
    head.push_back({wide(row.title), Meaning::Text, name.empty() ? kit::Weight::Bold : kit::Weight::Regular});
    add_padded(new kit::TextLine{inside, head});
    auto* const facts = new kit::Paragraph{inside, wide(row.facts), Meaning::Muted, kit::Size::Caption};
    inside->GetSizer()->Add(facts, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(step::m)));
    auto* const steps = new wxWrapSizer{wxHORIZONTAL};
    auto const offer = [&](wxString const& label, std::function<void(DecisionRow const&)> const& act) {
        // Afterwards, since the step may change what needs a decision, and with it this very button.
        auto* const button =
            new kit::PlainButton{inside, label, [this, act, row] { CallAfter([act, row] { act(row); }); }};
        // Heard alone, a button must say whose decision it is about.
        kit::a11y::describe(button, kit::plain(head));
        steps->Add(button, 0, wxRIGHT | wxBOTTOM, FromDIP(step::s));
    };
    offer("See the facts", steps_.see_facts);
    if (row.report_is_a_step)
        offer("Draft report", steps_.report);
    offer(wide("Not now, because…"), steps_.put_off);
    inside->GetSizer()->Add(steps, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(step::m)));
    inside->GetSizer()->AddSpacer(FromDIP(step::xs));
}

} // namespace plumbline::app::gui
