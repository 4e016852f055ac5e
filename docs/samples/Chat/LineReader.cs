using System.Text;

namespace ChatSample;

/// <summary>Makes lines of bytes that come in any portions.</summary>
public sealed class LineReader
{
    /// <summary>Largest size of a line, in bytes.</summary>
    public const int MaxBytes = 200;

    private readonly Queue<string?> _lines = [];
    private readonly List<byte> _begun = [];

    /// <summary>Adds received bytes. Of a line that is too long, only the first bytes are kept.</summary>
    public void Add(ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            if (one == '\n')
            {
                End();
            }
            else if (one != '\r' && _begun.Count <= MaxBytes)
            {
                _begun.Add(one);
            }
        }
    }

    /// <summary>Takes the next line; null stands for a line that was too long.</summary>
    /// <param name="isWhole">True takes the bytes so far for a line, even without its end.</param>
    /// <param name="line">The line.</param>
    /// <returns>False when no line has come.</returns>
    public bool TryTake(bool isWhole, out string? line)
    {
        if (isWhole && _begun.Count > 0)
        {
            End();
        }

        return _lines.TryDequeue(out line);
    }

    private void End()
    {
        _lines.Enqueue(_begun.Count > MaxBytes ? null : Encoding.UTF8.GetString([.. _begun]));
        _begun.Clear();
    }
}
