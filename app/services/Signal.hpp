// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace plumbline::app {

/// Keeps a listener connected as long as it lives.
class [[nodiscard]] Connection {
public:
    Connection() = default;
    explicit Connection(std::function<void()> disconnect)
        : disconnect_{std::move(disconnect)}
    {
    }
    ~Connection() { drop(); }
    Connection(Connection&& other) noexcept
        : disconnect_{std::exchange(other.disconnect_, nullptr)}
    {
    }
    Connection& operator=(Connection&& other) noexcept
    {
        if (this != &other) {
            drop();
            disconnect_ = std::exchange(other.disconnect_, nullptr);
        }
        return *this;
    }

private:
    void drop()
    {
        if (auto const disconnect = std::exchange(disconnect_, nullptr))
            disconnect();
    }
    std::function<void()> disconnect_;
};

/// Tells listeners that something changed; they ask what. Listeners may connect or disconnect while told.
/// One thread only. A signal may die before its connections.
template <class... Arguments>
class Signal {
public:
    using Listener = std::function<void(Arguments...)>;

    Connection connect(Listener listener)
    {
        int const key = ++listeners_->next;
        listeners_->all.emplace(key, std::move(listener));
        return Connection{[weak = std::weak_ptr{listeners_}, key] {
            if (auto const listeners = weak.lock())
                listeners->all.erase(key);
        }};
    }

    void operator()(Arguments... arguments) const
    {
        auto const copy = listeners_->all;
        auto const alive = listeners_;
        for (auto const& [key, listener] : copy)
            if (alive->all.contains(key))
                listener(arguments...);
    }

private:
    struct Listeners {
        std::map<int, Listener> all;
        int next = 0;
    };
    std::shared_ptr<Listeners> listeners_ = std::make_shared<Listeners>();
};

} // namespace plumbline::app
