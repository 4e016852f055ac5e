using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using FsmKit.KestrelTests;

namespace Microsoft.AspNetCore.InternalTesting;

/// <summary>A client that sends text, and receives expected responses by their meaning.</summary>
public abstract partial class StreamBackedTestConnection(Socket socket, Encoding encoding) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly StringBuilder _sent = new();
    private readonly StringBuilder _received = new();
    private readonly StringBuilder _expected = new();
    private readonly byte[] _buffer = new byte[65536];
    private StreamReader _reader;
    private bool _hasEnded;

    public Stream Stream { get; } = new NetworkStream(socket);

    public StreamReader Reader => _reader ??= new StreamReader(Stream, encoding);

    public void ShutdownSend()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The server is gone.
        }
    }

    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public virtual void Dispose()
    {
        socket.Dispose();
        GC.SuppressFinalize(this);
    }

    public Task SendEmptyGet() => Send("GET / HTTP/1.1", "Host:", "", "");

    public Task SendEmptyGetAsKeepAlive() => SendGet("keep-alive");

    public Task SendEmptyGetWithUpgrade() => SendGet("Upgrade");

    public Task SendEmptyGetWithUpgradeAndKeepAlive() => SendGet("Upgrade, keep-alive");

    /// <summary>Sends all at once.</summary>
    public async Task SendAll(params string[] lines) => await Write(Text(lines));

    /// <summary>Sends byte by byte.</summary>
    public async Task Send(params string[] lines)
    {
        foreach (var letter in Text(lines))
        {
            if (!await Write(letter.ToString()))
            {
                return;
            }
        }
    }

    /// <summary>Receives until all expected so far is there.</summary>
    public async Task Receive(params string[] lines)
    {
        _expected.Append(string.Join("\r\n", lines));
        await Compare(untilEnd: false);
    }

    /// <summary>Receives the expected responses and the end of the connection.</summary>
    public async Task ReceiveEnd(params string[] lines)
    {
        _expected.Append(string.Join("\r\n", lines));
        await Compare(untilEnd: true);
    }

    public Task WaitForConnectionClose() => Compare(untilEnd: true);

    /// <summary>Receives all bytes up to the end of the connection.</summary>
    protected async Task ReceiveAll()
    {
        while (await Read())
        {
            // Until the end.
        }
    }

    private Task SendGet(string connection) => Send("GET / HTTP/1.1", "Host:", $"Connection: {connection}", "", "");

    /// <summary>
    /// Returns the text. A request to upgrade gets the field that RFC 9110 §7.8 asks for, where it is missing, and CONNECT with a path the
    /// authority that RFC 9112 §3.2.3 asks for.
    /// </summary>
    private string Text(string[] lines)
    {
        var text = string.Join("\r\n", lines)
            .Replace("CONNECT / HTTP/1.1\r\nHost:\r\n", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n", StringComparison.Ordinal);
        if (!UpgradeField().IsMatch(text))
        {
            text = UpgradeOption().Replace(text, "$0\r\nUpgrade: test");
        }

        _sent.Append(text);
        return text;
    }

    private async Task<bool> Write(string text)
    {
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(text));
            return true;
        }
        catch (SocketException)
        {
            // The server has closed the connection. Its last bytes are still to be read.
            return false;
        }
    }

    private async Task Compare(bool untilEnd)
    {
        while (true)
        {
            string[] methods = [.. RequestLine().Matches(_sent.ToString()).Select(static line => line.Groups[1].Value)];
            var agreement = new Agreement(HttpMessage.ReadAll(_expected.ToString(), methods), HttpMessage.ReadAll(_received.ToString(), methods));
            agreement.Judge(untilEnd, _hasEnded);
            if (agreement.Difference is { } difference)
            {
                throw Failure(difference);
            }

            if (!agreement.NeedsMore && (!untilEnd || _hasEnded))
            {
                Notes.Write(agreement.Tolerated);
                return;
            }

            if (!await Read())
            {
                _hasEnded = !_hasEnded ? true : throw Failure("The connection has ended.");
            }
        }
    }

    private async Task<bool> Read()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var count = await socket.ReceiveAsync(_buffer, patience.Token);
            _received.Append(encoding.GetString(_buffer, 0, count));
            return count > 0;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            throw Failure($"Nothing comes within {Patience}.");
        }
    }

    private Xunit.Sdk.XunitException Failure(string reason) =>
        new($"{reason}\n--- expected\n{_expected}\n--- received{(_hasEnded ? " until the end" : "")}\n{_received}\n---");

    [GeneratedRegex(@"^Connection:[^\r\n]*Upgrade[^\r\n]*", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex UpgradeOption();

    [GeneratedRegex("^Upgrade:", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex UpgradeField();

    [GeneratedRegex(@"^([A-Z]+) [^\r\n]* HTTP/1\.[01]\r?$", RegexOptions.Multiline)]
    private static partial Regex RequestLine();
}
