// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/DateField.hpp"
#include "app/gui/kit/NumberField.hpp"
#include "domain/core/Result.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class wxCheckBox;
class wxChoice;
class wxFlexGridSizer;
class wxTextCtrl;

namespace plumbline::app::kit {

class Fault;
class PrimaryButton;

/// Rows of a label and a field, in tab order as they are made. Each field has its lasting name, the
/// one that refusals use: `show` puts every fault under its field and the cursor into the first.
class Form : public ClearPanel {
public:
    enum class Columns : std::uint8_t { One, Two };
    explicit Form(wxWindow* parent, Columns columns = Columns::One);

    void section(wxString const& title);
    void note(wxString const& text);
    wxTextCtrl* text(wxString const& label, std::string_view field);
    wxTextCtrl* password(wxString const& label, std::string_view field);
    wxTextCtrl* multiline(wxString const& label, std::string_view field, int lines = 3);
    DateField* date(
        wxString const& label, std::string_view field, Date today, DateLeaning leaning = DateLeaning::Future);
    wxChoice* choice(wxString const& label, std::string_view field, std::vector<wxString> const& words);
    wxCheckBox* check(wxString const& label, std::string_view field);
    NumberField* number(wxString const& label, std::string_view field, wxString const& unit);
    /// A field made elsewhere, with `rows()` as its parent.
    void custom(wxString const& label, std::string_view field, wxWindow* window);
    [[nodiscard]] wxWindow* rows() noexcept { return this; }

    /// A field that stands outside the rows, with the place where its faults are said; several may share one.
    void outside(std::string_view field, wxWindow* window, Fault* fault);

    /// Every fault beside the field it names; those of no field of this form stand above the rows.
    void show(Refusal const& refusal);
    /// The same of faults that stand side by side; none takes all away and leaves the keyboard where it is.
    void show(std::vector<Refusal> const& faults);
    /// The same without moving the keyboard.
    void tell(std::vector<Refusal> const& faults);
    /// False when no field is at fault.
    bool focus_first_fault();
    void clear_faults();
    [[nodiscard]] bool has(std::string_view name) const { return row(name) != nullptr; }
    [[nodiscard]] wxWindow* field(std::string_view name) const;

private:
    struct Row {
        wxWindow* field = nullptr;
        Fault* fault = nullptr;
        bool faulty = false;
    };
    enum class Width : std::uint8_t { Own, All };
    wxWindow* label(wxString const& text);
    void place(std::string_view field, wxWindow* label, wxWindow* window, Width width);
    void begin_grid();
    void align_labels();
    [[nodiscard]] Row const* row(std::string_view name) const;

    Columns columns_;
    wxFlexGridSizer* grid_ = nullptr;
    Fault* whole_ = nullptr;
    std::map<std::string, Row, std::less<>> rows_;
    std::vector<std::string> order_;
    std::map<Fault*, wxString> said_;
    std::vector<wxWindow*> labels_;
    std::vector<std::size_t> label_column_;
    std::size_t labels_before_ = 0; ///< Made in earlier sections.
    std::array<int, 2> label_width_{};
};

/// The buttons that end a dialog or a form, right-aligned, the finishing one last.
class ButtonRow : public ClearPanel {
public:
    explicit ButtonRow(wxWindow* parent);
    void plain(wxString const& label, std::function<void()> run, wxString const& key = wxString{});
    PrimaryButton* primary(wxString const& label, std::function<void()> run, wxString const& key = wxString{});
    /// At the other end of the row, for what does not finish.
    void left(wxString const& label, std::function<void()> run);
};

} // namespace plumbline::app::kit
