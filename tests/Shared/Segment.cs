using System.Buffers;

namespace FsmKit.TestShared;

/// <summary>A segment of a sequence.</summary>
internal sealed class Segment : ReadOnlySequenceSegment<byte>
{
    /// <summary>Cuts bytes into segments of a length, of which the last may be shorter.</summary>
    public static ReadOnlySequence<byte> Split(ReadOnlyMemory<byte> bytes, int length)
    {
        var first = new Segment { Memory = bytes[..Math.Min(length, bytes.Length)] };
        var last = first;
        for (var at = length; at < bytes.Length; at += length)
        {
            last = last.Then(bytes[at..Math.Min(at + length, bytes.Length)]);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>Appends a segment, and returns it.</summary>
    public Segment Then(ReadOnlyMemory<byte> bytes)
    {
        var next = new Segment { Memory = bytes, RunningIndex = RunningIndex + Memory.Length };
        Next = next;
        return next;
    }
}
