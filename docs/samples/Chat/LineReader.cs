using System.Text;

namespace ChatSample;

/// <summary>Makes lines of bytes, which come in any parts.</summary>
public sealed class LineReader
{
    /// <summary>How many bytes a line has at most.</summary>
    public const int MaxBytes = 200;

    private readonly Queue<string?> _lines = [];
    private readonly List<byte> _begun = [];

    /// <summary>Adds what was received. Of a line that is too long no more is kept than tells that it is.</summary>
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

    /// <summary>Takes the next line; null stands for one that was too long.</summary>
    /// <param name="isWhole">Whether what has come so far is a line, even without its end.</param>
    /// <param name="line">The line.</param>
    /// <returns>False when there is none.</returns>
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
