using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Reads one direction of one connection: every message is of that connection and follows the one before.</summary>
internal sealed class StormStream
{
    private readonly byte[] _part = new byte[StormMessage.Length];
    private int _filled;

    /// <summary>The connection's number; 0 until the first message is complete.</summary>
    public int Connection { get; set; }

    /// <summary>Number of received messages.</summary>
    public int Messages { get; private set; }

    /// <summary>Whether no part of a message is left over.</summary>
    public bool IsWhole => _filled == 0;

    public void Add(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var count = Math.Min(data.Length, _part.Length - _filled);
            data[..count].CopyTo(_part.AsSpan(_filled));
            _filled += count;
            data = data[count..];
            if (_filled == _part.Length)
            {
                _filled = 0;
                Take();
            }
        }
    }

    private void Take()
    {
        (var connection, var number) = StormMessage.Read(_part);
        Connection = Connection == 0 ? connection : Connection;
        Assert.Equal((Connection, Messages), (connection, number));
        Messages++;
    }
}
