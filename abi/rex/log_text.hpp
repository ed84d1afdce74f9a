// SPDX-License-Identifier: LGPL-2.1-only OR BSD-2-Clause
// The text of a line of the log, of its format and its arguments' bytes.  For the loader and the
// host, which have libfmt; never for the kernel.
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "log.h"

namespace rex::log_text
{

/// Takes values off the front of an argument's bytes.
class ArgumentReader
{
      public:
	explicit ArgumentReader(std::span<const std::byte> bytes) : bytes_(bytes)
	{
	}

	bool done() const
	{
		return bytes_.empty();
	}

	/// Zero, and nothing is left, where there are not so many bytes.
	template <class T> T take()
	{
		T value{};
		if (bytes_.size() < sizeof value) {
			bytes_ = {};
			return value;
		}
		std::memcpy(&value, bytes_.data(), sizeof value);
		bytes_ = bytes_.subspan(sizeof value);
		return value;
	}

	std::string take_text()
	{
		const std::size_t size = std::min<std::size_t>(take<std::uint8_t>(), bytes_.size());
		std::string text(reinterpret_cast<const char *>(bytes_.data()), size);
		bytes_ = bytes_.subspan(size);
		return text;
	}

	template <std::size_t Size> std::array<std::uint8_t, Size> take_bytes()
	{
		return take<std::array<std::uint8_t, Size>>();
	}

      private:
	std::span<const std::byte> bytes_;
};

/// The text; where format and arguments do not fit, the format and why.
inline std::string make(std::string_view format, std::span<const std::byte> arguments)
{
	fmt::dynamic_format_arg_store<fmt::format_context> store;
	for (ArgumentReader reader(arguments); !reader.done();) {
		switch (reader.take<std::uint8_t>()) {
		case REX_LOG_UNSIGNED:
			store.push_back(reader.take<std::uint64_t>());
			break;
		case REX_LOG_SIGNED:
			store.push_back(reader.take<std::int64_t>());
			break;
		case REX_LOG_BOOL:
			store.push_back(reader.take<std::uint8_t>() != 0);
			break;
		case REX_LOG_TEXT:
			store.push_back(reader.take_text());
			break;
		case REX_LOG_IPV4: {
			const auto b = reader.take_bytes<4>();
			store.push_back(fmt::format("{}.{}.{}.{}", b[0], b[1], b[2], b[3]));
			break;
		}
		case REX_LOG_MAC: {
			const auto b = reader.take_bytes<6>();
			store.push_back(fmt::format("{:02x}:{:02x}:{:02x}:{:02x}:{:02x}:{:02x}",
						    b[0], b[1], b[2], b[3], b[4], b[5]));
			break;
		}
		default:
			return fmt::format("{} (its arguments are damaged)", format);
		}
	}
	try {
		return fmt::vformat(fmt::string_view(format.data(), format.size()), store);
	} catch (const fmt::format_error &error) {
		return fmt::format("{} ({})", format, error.what());
	}
}

}  // namespace rex::log_text
