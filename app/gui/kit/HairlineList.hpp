// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Painting.hpp"

#include <wx/scrolwin.h>

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plumbline::app::kit {

/// A column takes its width in DIP, or a share of what the others leave.
struct ListColumn {
    wxString title{};
    int width = 0; ///< In DIP at the base size of text; 0 means `share`.
    int share = 1;
    Align align = Align::Left;
};

struct ListCell {
    Runs runs;
    std::optional<Meaning> dot{}; ///< A colored dot before the text, which says the same.

    ListCell() = default;
    /// Literals and the toolkit's strings. Our UTF-8 goes through `wide` first.
    template <std::convertible_to<wxString> Text>
    requires(!std::same_as<Text, std::string>) ListCell(
        Text const& text, Meaning meaning = Meaning::Text, Weight weight = Weight::Regular, Size size = Size::Base)
        : runs{Run{text, meaning, weight, size}}
    {
    }
    ListCell(Runs several);
    [[nodiscard]] static ListCell with_dot(Meaning meaning, wxString const& text);
};

enum class RowLook : std::uint8_t { Plain, Tinted, Faint };

/// Cells in the order of the columns. The last cell given takes the columns that remain.
struct ListRow {
    std::vector<ListCell> cells;
    RowLook look = RowLook::Plain;
    /// A second, smaller line under the first column's text; rows with one are higher.
    Runs second_line{};
    std::vector<Runs> further_lines{}; ///< Under the second one, like it.
};

enum class ListUse : std::uint8_t { ReadOnly, Activate };

/// A short table of a card: hairlines, no stripes, the current row tinted. Up, Down, Home, End and
/// letters move, Enter or a double click opens. For hundreds of rows at most; more is DataList's.
/// A list of use `ReadOnly` still takes the keyboard, so that it can be read out row by row.
class HairlineList : public wxScrolled<wxWindow> {
public:
    HairlineList(
        wxWindow* parent, wxString const& name, std::vector<ListColumn> columns, ListUse use = ListUse::ReadOnly);

    /// Keeps the current row by its index.
    void set_rows(std::vector<ListRow> rows);
    [[nodiscard]] std::size_t row_count() const noexcept { return rows_.size(); }
    [[nodiscard]] std::optional<std::size_t> current() const noexcept { return current_; }
    void set_current(std::optional<std::size_t> index);
    /// Stands in the middle of an empty list: what goes here.
    void set_empty_text(wxString const& sentence);

    void on_activate(std::function<void(std::size_t)> heard) { activated_ = std::move(heard); }
    void on_current(std::function<void(std::size_t)> heard) { moved_ = std::move(heard); }
    /// Every other key while the list has the keyboard; true when it was taken.
    void on_key(std::function<bool(wxKeyEvent const&)> heard) { key_ = std::move(heard); }
    void on_menu(std::function<void(std::size_t, wxPoint)> heard) { menu_ = std::move(heard); }

    /// A row is being pulled away with the mouse.
    void on_drag(std::function<void(std::size_t)> heard) { dragged_ = std::move(heard); }

    [[nodiscard]] wxRect row_area(std::size_t index) const; ///< In the visible window's coordinates.
    [[nodiscard]] bool AcceptsFocus() const override { return true; }

protected:
    [[nodiscard]] wxSize DoGetBestClientSize() const override;
    void DoSetSize(int x, int y, int width, int height, int flags) override;

private:
    static constexpr int pad = 10; ///< Between the edges and the text, in DIP.
    struct Place {
        int left = 0;
        int width = 0;
    };
    void paint(wxPaintEvent& event);
    void paint_header(Brush& brush, int width);
    void paint_row(Brush& brush, std::size_t index, wxRect const& area);
    void key(wxKeyEvent& event);
    void letter(wxKeyEvent& event);
    void point(wxMouseEvent& event);
    [[nodiscard]] bool pulled(wxMouseEvent const& event);
    void move(std::size_t index);
    void open(std::size_t index);
    void fit();
    void show_row(std::size_t index);
    [[nodiscard]] int scrolled() const;
    [[nodiscard]] std::vector<Place> places(int width) const;
    [[nodiscard]] int header_height() const;
    [[nodiscard]] int height_of(ListRow const& row) const;
    [[nodiscard]] int top_of(std::size_t index) const;
    [[nodiscard]] std::optional<std::size_t> row_at(int y) const;
    [[nodiscard]] wxString spoken(std::size_t index) const;

    std::vector<ListColumn> columns_;
    std::vector<ListRow> rows_;
    std::optional<std::size_t> current_;
    std::optional<std::size_t> hovered_;
    ListUse use_;
    wxString name_;
    wxString empty_text_;
    std::function<void(std::size_t)> activated_;
    std::function<void(std::size_t)> moved_;
    std::function<bool(wxKeyEvent const&)> key_;
    std::function<void(std::size_t, wxPoint)> menu_;
    std::function<void(std::size_t)> dragged_;
    std::optional<wxPoint> pressed_; ///< Where a drag could begin.
};

} // namespace plumbline::app::kit
