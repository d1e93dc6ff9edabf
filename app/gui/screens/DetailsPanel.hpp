// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/PatientFormPresenter.hpp"

#include <wx/scrolwin.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class wxCheckBox;
class wxChoice;
class wxKeyEvent;
class wxTextCtrl;

namespace plumbline::app::kit {
class Banner;
class Form;
class PlainButton;
class PrimaryButton;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class FormKeeping;

/// Everything the clinic keeps about a person, in one form; for a new patient and for a known one.
class DetailsPanel final : public kit::Area {
public:
    DetailsPanel(wxWindow* parent, std::function<void(PatientId)> kept);
    ~DetailsPanel() override;

    /// The form works on this presenter from now on and owns it.
    void show(std::unique_ptr<PatientFormPresenter> presenter);
    [[nodiscard]] bool changed() const { return presenter_ && presenter_->state().changed; }
    /// Nothing typed here would be lost, and this is not the record it stands on.
    [[nodiscard]] bool outdated(Patient const& patient) const
    {
        return !changed() && (!presenter_ || presenter_->stored() != patient);
    }
    void keep();
    void undo();
    void redo();
    /// True when the key was one of this form's.
    bool key(wxKeyEvent const& event);
    void take_keyboard();

private:
    void build();
    void build_person();
    void build_treatment();
    wxTextCtrl* text(wxString const& label, std::string_view field);
    [[nodiscard]] PatientFields read() const;
    void take();
    void refill();
    void draw();

    std::function<void(PatientId)> kept_;
    std::unique_ptr<PatientFormPresenter> presenter_;
    wxScrolledWindow* scroll_ = nullptr;
    kit::Form* form_ = nullptr;
    std::map<std::string, wxTextCtrl*> texts_; ///< By the name of their field.
    wxChoice *sex_ = nullptr, *demand_ = nullptr, *rule_ = nullptr, *condition_ = nullptr;
    wxTextCtrl *precautions_ = nullptr, *medications_ = nullptr, *allergies_ = nullptr, *preferences_ = nullptr;
    kit::TextLine* state_ = nullptr;
    kit::PrimaryButton* keep_ = nullptr;
    kit::PlainButton* keep_anyway_ = nullptr;
    std::unique_ptr<FormKeeping> keeping_;
    bool filling_ = false;
    Connection redraw_, stored_;
};

} // namespace plumbline::app::gui
