// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"
#include "app/presenters/EvaluationPresenter.hpp"

#include <wx/scrolwin.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class wxCheckBox;
class wxKeyEvent;
class wxChoice;
class wxTextCtrl;

namespace plumbline::app::kit {
class Card;
class Fault;
class Form;
class HairlineList;
class PrimaryButton;
class TextLine;
} // namespace plumbline::app::kit

namespace plumbline::app::gui {

class FormKeeping;

/// The evaluations of an episode at the left; the chosen or a new one at the right.
class EvaluationPanel final : public kit::Area {
public:
    EvaluationPanel(wxWindow* parent, Desk& desk, std::function<void()> kept);
    ~EvaluationPanel() override;

    void draw(std::shared_ptr<Chart const> chart);
    void start_new();
    void keep();
    void sign();
    void undo();
    void redo();
    /// True when the key was one of this form's.
    bool key(wxKeyEvent const& event);

private:
    struct MotionRow {
        wxTextCtrl* degrees;
        wxCheckBox* painful;
    };
    void build();
    void build_words(wxSizer& into);
    [[nodiscard]] wxSizer* build_motions(wxWindow* parent);
    [[nodiscard]] wxSizer* build_oswestry(wxWindow* parent);
    void open(std::size_t index);
    void listen();
    void close();
    void choose_row();
    [[nodiscard]] bool outdated() const;
    [[nodiscard]] EvaluationFields read() const;
    void take();   ///< From the fields to the presenter.
    void refill(); ///< From the presenter to the fields.
    void draw_state();

    Desk& desk_;
    std::function<void()> kept_;
    std::shared_ptr<Chart const> chart_;
    std::unique_ptr<EvaluationPresenter> presenter_;
    kit::HairlineList* list_ = nullptr;
    kit::Card* card_ = nullptr;
    wxScrolledWindow* scroll_ = nullptr;
    kit::Form* form_ = nullptr;
    wxTextCtrl *on_ = nullptr, *now_ = nullptr, *best_ = nullptr, *worst_ = nullptr;
    wxTextCtrl *history_ = nullptr, *findings_ = nullptr, *assessment_ = nullptr;
    wxChoice *kind_ = nullptr, *instrument_ = nullptr;
    std::vector<MotionRow> motions_;
    std::array<wxTextCtrl*, 10> oswestry_{};
    kit::TextLine *score_ = nullptr, *state_ = nullptr;
    kit::PrimaryButton* sign_ = nullptr;
    wxWindow* keep_ = nullptr;
    std::unique_ptr<FormKeeping> keeping_;
    bool filling_ = false;
    Connection redraw_, stored_;
};

} // namespace plumbline::app::gui
