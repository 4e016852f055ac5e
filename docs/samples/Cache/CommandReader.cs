using System.Globalization;
using System.Text;
using FsmKit;
using FsmKit.Net;

namespace CacheSample;

/// <summary>Makes commands of the frames of a connection: arrays of bulk strings, or one line of words.</summary>
[GClass]
[Input<EvFrame>]
[Output<EvCommand>, Output<EvBadProtocol>]
public sealed partial class CommandReader : GObj
{
    /// <summary>Largest size of one argument, in bytes.</summary>
    public const int MaxBulk = 64 * 1024;

    /// <summary>Largest number of words in a command.</summary>
    public const int MaxWords = 64;

    private readonly List<byte[]> _words = [];
    private int _missing;

    private enum State : byte
    {
        /// <summary>A command begins: the number of its words, such as *3, or all of them in one line.</summary>
        [On<EvFrame>(nameof(AcCount), Next = Length, When = nameof(IsArray))]
        [On<EvFrame>(nameof(AcSplit))]
        Command,

        /// <summary>The length of the next word, such as $5; or no word is missing.</summary>
        [Always(nameof(AcPublish), Next = Command, When = nameof(IsComplete))]
        [On<EvFrame>(nameof(AcExpect), Next = Word)]
        Length,

        /// <summary>The word, with the end of its line.</summary>
        [On<EvFrame>(nameof(AcAdd), Next = Length)]
        Word,
    }

    private static bool IsArray(in EvFrame e) => e.Data.StartsWith("*"u8);

    private bool IsComplete() => _missing == 0;

    private void AcCount(in EvFrame e)
    {
        if (!Number(e.Data, '*', MaxWords, out _missing))
        {
            Publish(new EvBadProtocol("invalid multibulk length"));
        }
    }

    private void AcExpect(in EvFrame e)
    {
        if (Number(e.Data, '$', MaxBulk, out var length))
        {
            e.Gsock.ExpectBlock(length + 2);
        }
        else
        {
            Publish(new EvBadProtocol("invalid bulk length"));
        }
    }

    private void AcAdd(in EvFrame e)
    {
        _words.Add(e.Data[..^2].ToArray());
        _missing--;
    }

    private void AcSplit(in EvFrame e)
    {
        _words.AddRange(Encoding.UTF8.GetString(e.Data).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes));
        AcPublish();
    }

    private void AcPublish()
    {
        if (_words.Count > 0)
        {
            Publish(new EvCommand([.. _words]));
            _words.Clear();
        }
    }

    private static bool Number(ReadOnlySpan<byte> line, char sign, int most, out int number)
    {
        number = 0;
        return line.Length > 1 && line[0] == sign && int.TryParse(line[1..], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
    }
}
