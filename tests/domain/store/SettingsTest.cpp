// SPDX-License-Identifier: Apache-2.0
#include "domain/store/SettingsDefaults.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

namespace plumbline::testing {

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(every_default_is_acceptable_and_every_key_stands_once)
{
    std::set<std::string_view> keys;
    for (SettingDefault const& setting : setting_defaults()) {
        BOOST_TEST_CONTEXT(setting.key)
        {
            BOOST_TEST(acceptable_setting(setting.key, setting.value).has_value());
            BOOST_TEST(default_setting(setting.key) == setting.value);
        }
        keys.insert(setting.key);
    }

    BOOST_TEST(keys.size() == setting_defaults().size());
}

BOOST_AUTO_TEST_CASE(the_screen_locks_after_10_minutes_unless_told_otherwise)
{
    BOOST_TEST(default_setting("lock.minutes") == "10");
    BOOST_TEST(acceptable_setting("lock.minutes", "1").has_value());
    BOOST_TEST(acceptable_setting("lock.minutes", "30").has_value());
    for (std::string const bad : {"", "0", "31", "-5", "5 ", "5.5", "ten", "99999999999999999999"})
        BOOST_TEST(!acceptable_setting("lock.minutes", bad));
}

BOOST_AUTO_TEST_CASE(flags_and_clocks_have_one_form)
{
    BOOST_TEST(!acceptable_setting("clinic.demo", "yes"));
    BOOST_TEST(acceptable_setting("clinic.demo", "1").has_value());
    BOOST_TEST(acceptable_setting("schedule.opens", "23:59").has_value());
    for (std::string const bad : {"", "7:30", "24:00", "07:60", "07.30", "-1:30", "07:-1", "07:30:00"})
        BOOST_TEST(!acceptable_setting("schedule.opens", bad));
}

BOOST_AUTO_TEST_CASE(other_keys_are_clean_texts_without_default)
{
    BOOST_TEST(default_setting("window.columns").empty());
    BOOST_TEST(acceptable_setting("window.columns", "name,phone").has_value());
    BOOST_TEST(!acceptable_setting("clinic.name", "\xff"));
    BOOST_TEST(!acceptable_setting("clinic.name", std::string(4001, 'x')));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace plumbline::testing
