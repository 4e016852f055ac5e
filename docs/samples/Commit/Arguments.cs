using System.Globalization;

namespace CommitSample;

/// <summary>Arguments of the program.</summary>
/// <param name="HasBug">True explores the system with the bug.</param>
/// <param name="Schedules">Largest number of schedules to run.</param>
/// <param name="File">File that gets a failure.</param>
public sealed record Arguments(bool HasBug, int Schedules, string File)
{
    /// <summary>Text that explains the arguments.</summary>
    public const string Usage = "usage: Commit [--bug] [--schedules N] [--file FILE]\nFILE, by default commit.failure.md, gets the failure that was found";

    /// <summary>Reads the arguments; null when one is wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var read = new Arguments(HasBug: false, 2_000, "commit.failure.md");
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--bug":
                    read = read with { HasBug = true };
                    continue;
                case "--schedules" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var schedules) && schedules > 0:
                    read = read with { Schedules = schedules };
                    break;
                case "--file" when value.Length > 0:
                    read = read with { File = value };
                    break;
                default:
                    return null;
            }

            i++;
        }

        return read;
    }
}
