// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/kit/Painting.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

class wxDataViewCtrl;

namespace plumbline::app::kit {

struct DataColumn {
    std::string id; ///< Lasting name: widths are kept under it.
    wxString title;
    int width = 120; ///< DIP.
    Align align = Align::Left;
    bool sortable = false;
    bool stretch = false; ///< Takes the width that is left over.
};

struct DataCell {
    wxString text;
    Meaning meaning = Meaning::Text;
    Weight weight = Weight::Regular;
};
using DataRow = std::vector<DataCell>;

/// A long table of which only the seen part is in memory: patients, appointments, audit entries.
/// The list asks for rows by page through `on_need`; whoever answers calls `put`, now or later.
class DataList : public ClearPanel {
public:
    static constexpr std::size_t page_size = 100;

    DataList(wxWindow* parent, wxString const& name, std::vector<DataColumn> columns);

    /// A new question: forgets all rows, then asks for the ones in view.
    void reset(std::size_t row_count);
    /// Rows from this position on. Rows of an older question must not be put.
    void put(std::size_t first, std::vector<DataRow> rows);
    [[nodiscard]] std::size_t row_count() const;
    [[nodiscard]] std::optional<std::size_t> current() const;
    void set_current(std::size_t index);

    void on_need(std::function<void(std::size_t first, std::size_t count)> heard);
    void on_activate(std::function<void(std::size_t)> heard) { activated_ = std::move(heard); }
    void on_current(std::function<void(std::size_t)> heard) { moved_ = std::move(heard); }
    void on_sort(std::function<void(std::string const& column, bool ascending)> heard) { sorted_ = std::move(heard); }
    void on_menu(std::function<void(std::size_t, wxPoint)> heard) { menu_ = std::move(heard); }

    [[nodiscard]] std::vector<int> column_widths() const; ///< DIP, in the order of the columns.
    void set_column_widths(std::vector<int> const& widths);
    void SetFocus() override;

private:
    class Model;
    void listen();
    void sort_by(std::size_t column);
    std::vector<DataColumn> columns_;
    wxDataViewCtrl* view_ = nullptr;
    Model* model_ = nullptr; ///< Held by the view.
    std::optional<std::size_t> sort_column_;
    bool ascending_ = true;
    std::function<void(std::size_t)> activated_;
    std::function<void(std::size_t)> moved_;
    std::function<void(std::string const&, bool)> sorted_;
    std::function<void(std::size_t, wxPoint)> menu_;
};

} // namespace plumbline::app::kit
