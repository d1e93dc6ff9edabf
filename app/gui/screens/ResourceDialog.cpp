// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormDialog.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <algorithm>
#include <array>

namespace plumbline::app::gui {

using kit::wide;

namespace {

constexpr std::array kinds{ResourceKind::Room, ResourceKind::TractionTable, ResourceKind::Equipment};

class ResourceDialog final : public FormDialog<ResourceFormPresenter> {
public:
    ResourceDialog(wxWindow* parent, std::unique_ptr<ResourceFormPresenter> of)
        : FormDialog{parent, of->state().fresh ? "Add room or equipment" : "Change room or equipment", std::move(of)}
    {
        form_ = new kit::Form{this};
        name_ = form_->text("Name", "name");
        std::vector<wxString> words;
        for (ResourceKind const kind : kinds)
            words.push_back(wide(label(kind)));
        kind_ = form_->choice("Kind", "kind", words);
        active_ = form_->check("In use, can be booked", "active");
        watch({name_, kind_, active_});
        auto* const inside = new wxBoxSizer{wxVERTICAL};
        inside->Add(form_, 0, wxEXPAND);
        furnish(inside, {form_}, "Keep");
        name_->SetFocus();
    }

private:
    void refill() override
    {
        ResourceFields const& f = state().fields;
        show_text(name_, f.name);
        kind_->SetSelection(static_cast<int>(std::ranges::find(kinds, f.kind) - kinds.begin()));
        active_->SetValue(f.active);
    }

    [[nodiscard]] ResourceFields read() const override
    {
        return {kit::utf8(name_->GetValue()), kinds.at(static_cast<std::size_t>(std::max(kind_->GetSelection(), 0))),
            active_->GetValue()};
    }

    kit::Form* form_ = nullptr;
    wxTextCtrl* name_ = nullptr;
    wxChoice* kind_ = nullptr;
    wxCheckBox* active_ = nullptr;
};

} // namespace

bool edit_resource(wxWindow* parent, std::unique_ptr<ResourceFormPresenter> presenter)
{
    ResourceDialog dialog{parent, std::move(presenter)};
    dialog.ShowModal();
    return dialog.was_kept();
}

} // namespace plumbline::app::gui
