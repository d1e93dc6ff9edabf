// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormDialog.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app::gui {

using kit::Meaning;
using kit::wide;
namespace step = kit::step;

namespace {

constexpr std::array kinds{AuthorizationKind::Payer, AuthorizationKind::Referral};

class AuthorizationDialog final : public FormDialog<AuthorizationFormPresenter> {
public:
    AuthorizationDialog(wxWindow* parent, std::unique_ptr<AuthorizationFormPresenter> of)
        : FormDialog{parent, of->state().fresh ? "Add authorization" : "Change authorization", std::move(of)}
    {
        form_ = new kit::Form{this, kit::Form::Columns::Two};
        build();
        used_ = new kit::Paragraph{this, {}, Meaning::Muted};
        auto* const inside = new wxBoxSizer{wxVERTICAL};
        inside->Add(form_, 0, wxEXPAND);
        inside->Add(used_, 0, wxEXPAND | wxTOP, FromDIP(step::m));
        watch({kind_, episode_, payer_, number_, visits_, units_, visits_before_, units_before_, from_, until_, note_,
            ended_});
        furnish(inside, {form_}, "Keep authorization");
        number_->SetFocus();
    }

private:
    void build()
    {
        kind_ = form_->choice("Given by", "kind", {"the payer", "a referral"});
        std::vector<wxString> episodes{"anything treated here"};
        for (auto const& one : state().episodes)
            episodes.push_back(wide(one.title));
        episode_ = form_->choice("For", "episode", episodes);
        payer_ = form_->text("Payer or referrer", "payer");
        number_ = form_->text("Number", "number");
        visits_ = form_->text("Visits allowed", "visits");
        visits_->SetHint("no limit");
        units_ = form_->text("Timed units allowed", "units");
        units_->SetHint("no limit");
        from_ = form_->text("First day", "from");
        from_->SetHint("always");
        until_ = form_->text("Last day", "until");
        until_->SetHint("12/31, +90, 31 Dec 2026");
        form_->section("Used before the visits were kept here");
        visits_before_ = form_->text("Visits", "visits_before");
        units_before_ = form_->text("Timed units", "units_before");
        form_->section("More");
        note_ = form_->text("Remark", "note");
        ended_ = form_->check("Withdrawn or replaced", "ended");
    }

    void refill() override
    {
        AuthorizationFields const& f = state().fields;
        kind_->SetSelection(static_cast<int>(std::ranges::find(kinds, f.kind) - kinds.begin()));
        auto const& episodes = state().episodes;
        auto const found = std::ranges::find_if(episodes, [&](auto const& one) { return one.id == f.episode; });
        episode_->SetSelection(found == episodes.end() ? 0 : static_cast<int>(found - episodes.begin()) + 1);
        show_text(payer_, f.payer);
        show_text(number_, f.number);
        show_text(visits_, f.visits);
        show_text(units_, f.units);
        show_text(visits_before_, f.visits_before);
        show_text(units_before_, f.units_before);
        show_text(from_, f.from);
        show_text(until_, f.until);
        show_text(note_, f.note);
        ended_->SetValue(f.ended);
    }

    [[nodiscard]] AuthorizationFields read() const override
    {
        AuthorizationFields f = state().fields;
        f.kind = kinds.at(static_cast<std::size_t>(std::max(kind_->GetSelection(), 0)));
        auto const chosen = static_cast<std::size_t>(std::max(episode_->GetSelection(), 0));
        f.episode = chosen == 0 ? std::nullopt : std::optional{state().episodes.at(chosen - 1).id};
        f.payer = kit::utf8(payer_->GetValue());
        f.number = kit::utf8(number_->GetValue());
        f.visits = kit::utf8(visits_->GetValue());
        f.units = kit::utf8(units_->GetValue());
        f.visits_before = kit::utf8(visits_before_->GetValue());
        f.units_before = kit::utf8(units_before_->GetValue());
        f.from = kit::utf8(from_->GetValue());
        f.until = kit::utf8(until_->GetValue());
        f.note = kit::utf8(note_->GetValue());
        f.ended = ended_->GetValue();
        return f;
    }

    void draw_more(State const& now) override { used_->set(wide(now.used), Meaning::Muted); }

    kit::Form* form_ = nullptr;
    wxChoice *kind_ = nullptr, *episode_ = nullptr;
    wxTextCtrl *payer_ = nullptr, *number_ = nullptr, *visits_ = nullptr, *units_ = nullptr, *visits_before_ = nullptr,
               *units_before_ = nullptr, *from_ = nullptr, *until_ = nullptr, *note_ = nullptr;
    wxCheckBox* ended_ = nullptr;
    kit::Paragraph* used_ = nullptr;
};

} // namespace

bool edit_authorization(wxWindow* parent, std::unique_ptr<AuthorizationFormPresenter> presenter)
{
    AuthorizationDialog dialog{parent, std::move(presenter)};
    dialog.ShowModal();
    return dialog.was_kept();
}

} // namespace plumbline::app::gui
