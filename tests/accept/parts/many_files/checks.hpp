// SPDX-License-Identifier: GPL-2.0-only
#pragma once
// Packet checks, one a file, each a program of its own too.
struct Header {
  rex::be16 source;
  rex::be16 destination;
  rex::be16 length;
  rex::be16 checksum;
};
enum class Verdict : rex::u8 { pass, drop };
struct Report;
Verdict check_ports(const Header& header);
Verdict check_length(const Header& header);
void note(Report& report, Verdict verdict);
