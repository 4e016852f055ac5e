using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace FsmKit.AspNetCore.Tests;

/// <summary>A client that writes and reads HTTP/1.1 as text, for messages that no client library sends.</summary>
internal sealed partial class Wire : IDisposable
{
    private readonly Socket _socket;
    private readonly StringBuilder _received = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    private Wire(Socket socket) => _socket = socket;

    public Socket Socket => _socket;

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public static async Task<Wire> Connect(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, Stopped);
        return new Wire(socket);
    }

    /// <summary>Sends text with LF for each CRLF.</summary>
    public Task Send(string text) => SendAsItIs(text.ReplaceLineEndings("\r\n"));

    public async Task SendAsItIs(string text) => await _socket.SendAsync(Encoding.UTF8.GetBytes(text), Stopped);

    public void EndInput() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Closes the connection with a reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    /// <summary>Receives until the text ends so, and returns all that was received since the last call.</summary>
    public async Task<string> ReceiveUntil(string end)
    {
        end = end.Replace("\n", "\r\n", StringComparison.Ordinal);
        while (!_received.ToString().Contains(end, StringComparison.Ordinal))
        {
            Assert.True(await Receive(), $"The server has closed the connection after: {_received}");
        }

        var all = _received.ToString();
        var length = all.IndexOf(end, StringComparison.Ordinal) + end.Length;
        _received.Clear().Append(all, length, all.Length - length);
        return Normal(all[..length]);
    }

    /// <summary>Receives until the end of the connection. A reset is told as <c>[reset]</c> at the end of the text.</summary>
    public async Task<string> ReceiveAll()
    {
        try
        {
            while (await Receive())
            {
                // Until the end.
            }
        }
        catch (SocketException)
        {
            _received.Append("[reset]");
        }

        var all = _received.ToString();
        _received.Clear();
        return Normal(all);
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>The text without the fields that differ from server to server.</summary>
    private static string Normal(string text) => TellingFields().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "");

    private async Task<bool> Receive()
    {
        var count = await _socket.ReceiveAsync(_buffer, Stopped);
        _received.Append(Encoding.Latin1.GetString(_buffer, 0, count));
        return count > 0;
    }

    [GeneratedRegex("^(Date|Server): .*\n", RegexOptions.Multiline)]
    private static partial Regex TellingFields();
}
