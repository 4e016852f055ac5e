using System.Buffers.Binary;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Sixteen bytes of a message: the number of its connection, its own number, and both mixed.</summary>
internal static class StormMessage
{
    public const int Length = 16;

    public static void Write(Span<byte> into, int connection, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(into, connection);
        BinaryPrimitives.WriteInt32LittleEndian(into[4..], number);
        BinaryPrimitives.WriteInt64LittleEndian(into[8..], Mix(connection, number));
    }

    public static (int Connection, int Number) Read(ReadOnlySpan<byte> from)
    {
        var connection = BinaryPrimitives.ReadInt32LittleEndian(from);
        var number = BinaryPrimitives.ReadInt32LittleEndian(from[4..]);
        Assert.Equal(Mix(connection, number), BinaryPrimitives.ReadInt64LittleEndian(from[8..]));
        return (connection, number);
    }

    private static long Mix(int connection, int number) => (((long)connection << 32) | (uint)number) * 0x5851F42D4C957F2DL;
}
