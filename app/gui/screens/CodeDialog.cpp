// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/Words.hpp"
#include "app/gui/screens/FormDialog.hpp"
#include "app/gui/screens/SetupDialogs.hpp"

#include <algorithm>

namespace plumbline::app::gui {

using kit::wide;

namespace {

class CodeDialog final : public FormDialog<CodeFormPresenter> {
public:
    CodeDialog(wxWindow* parent, std::unique_ptr<CodeFormPresenter> of)
        : FormDialog{parent, of->state().fresh ? "Add service code" : "Change service code", std::move(of)}
    {
        form_ = new kit::Form{this};
        code_ = form_->text("Code", "code");
        label_ = form_->text("The clinic's own words", "label");
        timed_ = form_->check("Timed: its minutes count for units", "timed");
        std::vector<wxString> words{"nothing by itself"};
        for (Modality const modality : all_modalities())
            words.push_back(wide(label(modality)));
        modality_ = form_->choice("Offered first for", "modality", words);
        watch({code_, label_, timed_, modality_});
        told_ = presenter().kept.connect([this](FeeEdit const& edit) { done = edit; });
        auto* const inside = new wxBoxSizer{wxVERTICAL};
        inside->Add(form_, 0, wxEXPAND);
        furnish(inside, {form_}, "Keep code");
        code_->SetFocus();
    }

    FeeEdit done;

private:
    void refill() override
    {
        CodeFields const& f = state().fields;
        show_text(code_, f.code);
        show_text(label_, f.label);
        timed_->SetValue(f.timed);
        auto const all = all_modalities();
        modality_->SetSelection(
            f.modality ? static_cast<int>(std::ranges::find(all, *f.modality) - all.begin()) + 1 : 0);
    }

    [[nodiscard]] CodeFields read() const override
    {
        auto const chosen = static_cast<std::size_t>(std::max(modality_->GetSelection(), 0));
        return {kit::utf8(code_->GetValue()), kit::utf8(label_->GetValue()), timed_->GetValue(),
            chosen == 0 ? std::nullopt : std::optional{all_modalities()[chosen - 1]}};
    }

    kit::Form* form_ = nullptr;
    wxTextCtrl *code_ = nullptr, *label_ = nullptr;
    wxCheckBox* timed_ = nullptr;
    wxChoice* modality_ = nullptr;
    Connection told_;
};

} // namespace

FeeEdit edit_code(wxWindow* parent, std::unique_ptr<CodeFormPresenter> presenter)
{
    CodeDialog dialog{parent, std::move(presenter)};
    dialog.ShowModal();
    return dialog.done;
}

} // namespace plumbline::app::gui
