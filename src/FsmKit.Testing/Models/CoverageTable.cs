using System.Globalization;
using System.Text;

namespace FsmKit.Testing.Models;

/// <summary>Formats the coverage of a gclass, one line per row of its table.</summary>
internal static class CoverageTable
{
    public static string Of(MachineCoverage coverage)
    {
        var machine = coverage.Machine;
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{machine.Name}: {coverage.States} states, {coverage.Rows} rows, {coverage.Guards} outcomes of guards\n")
            .Append(CultureInfo.InvariantCulture, $"{"taken",10}{"guard no",10}  row\n");
        for (var row = 0; row < machine.Rows.Count; row++)
        {
            var no = machine.Rows[row] is { Guard: not null, IsTimeout: false } ? coverage.PassedOver[row].ToString(CultureInfo.InvariantCulture) : "";
            text.Append(CultureInfo.InvariantCulture, $"{coverage.Taken[row],10}{no,10}  {RowText.Of(machine, row)}\n");
        }

        if (coverage.States.Missing.Count > 0)
        {
            text.Append("States that were not met: ").AppendJoin(", ", coverage.States.Missing).Append('\n');
        }

        return text.ToString();
    }
}
