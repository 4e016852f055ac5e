using System.Text;

namespace CacheSample;

/// <summary>Turns bytes, which come in any parts, into commands of the Redis protocol: arrays of bulk strings, or one line of words.</summary>
public sealed class RespReader
{
    /// <summary>Largest size of one argument, in bytes.</summary>
    public const int MaxBulk = 64 * 1024;

    /// <summary>Largest number of words in a command.</summary>
    public const int MaxWords = 64;

    private const int MaxLine = 1024;

    private readonly List<byte> _bytes = [];
    private readonly List<byte[]> _words = [];
    private int _missing;
    private int _bulk = -1;

    /// <summary>Adds received bytes.</summary>
    public void Add(ReadOnlySpan<byte> data) => _bytes.AddRange(data);

    /// <summary>Takes the next command.</summary>
    /// <param name="words">The command, with at least one word.</param>
    /// <param name="fault">Reason why the bytes are no command; null when they are, or when the command is not complete yet. Nothing can be read after a fault.</param>
    /// <returns>False when no command is complete.</returns>
    public bool TryTake(out IReadOnlyList<byte[]> words, out string? fault)
    {
        (words, fault) = ([], null);
        while (fault is null && (_bulk >= 0 ? TakeBulk() : TakeLine(ref fault)))
        {
            if (_missing == 0 && _words.Count > 0)
            {
                words = [.. _words];
                _words.Clear();
                return true;
            }
        }

        return false;
    }

    private bool TakeBulk()
    {
        if (_bytes.Count < _bulk + 2)
        {
            return false;
        }

        _words.Add([.. _bytes[.._bulk]]);
        _bytes.RemoveRange(0, _bulk + 2);
        (_bulk, _missing) = (-1, _missing - 1);
        return true;
    }

    private bool TakeLine(ref string? fault)
    {
        var end = _bytes.IndexOf((byte)'\n');
        if (end < 0)
        {
            fault = _bytes.Count > MaxLine ? "too big inline request" : null;
            return false;
        }

        var line = Encoding.UTF8.GetString([.. _bytes[..end]]).TrimEnd('\r');
        _bytes.RemoveRange(0, end + 1);
        if (_missing > 0)
        {
            fault = Number(line, '$', 0, MaxBulk, ref _bulk) ? null : "invalid bulk length";
        }
        else if (line.StartsWith('*'))
        {
            fault = Number(line, '*', 0, MaxWords, ref _missing) ? null : "invalid multibulk length";
        }
        else
        {
            _words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes));
        }

        return fault is null;
    }

    private static bool Number(string line, char sign, int least, int most, ref int number) =>
        line.StartsWith(sign) && int.TryParse(line.AsSpan(1), out number) && number >= least && number <= most;
}
