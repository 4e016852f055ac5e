using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Feeds one input whole, byte by byte, with another request behind it, and to a connection that has read it already.</summary>
internal static class Case
{
    private const string Tail = "GET /tail HTTP/1.1\nHost: tail\n\n";

    /// <summary>Feeds a server, and compares the ways.</summary>
    /// <returns>Events of the server.</returns>
    public static string Serve(string text, HttpLimits? limits = null)
    {
        var input = Wire.Bytes(text);
        var server = new ServerFeed(limits);
        var whole = server.Run(input, static () => 0);
        Assert.Equal(whole, new ServerFeed(limits).Run(input, static () => 1));
        CompareWithTail(input, whole, limits);
        server.Http.Reset();
        Assert.Equal(whole, new ServerFeed(http: server.Http).Run(input, static () => 0));
        if (whole.Contains("fault"))
        {
            Assert.Contains("Connection: close¶", Wire.Text(server.Output.WrittenSpan));
        }

        return whole;
    }

    /// <summary>Feeds a client that has sent a request, and compares whole with byte by byte.</summary>
    /// <returns>Events of the client.</returns>
    public static string Receive(string text, string method = "GET", string? upgrade = null, HttpLimits? limits = null)
    {
        var input = Wire.Bytes(text);
        var whole = new ClientFeed(method, upgrade, limits).Run(input, static () => 0);
        Assert.Equal(whole, new ClientFeed(method, upgrade, limits).Run(input, static () => 1));
        return whole;
    }

    /// <summary>The status of the fault that a server finds; 0 when it finds none.</summary>
    public static int Fault(string text, HttpLimits? limits = null)
    {
        var said = Serve(text, limits).Split("fault ");
        return said.Length == 1 ? 0 : int.Parse(said[1][..3], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void CompareWithTail(byte[] input, string whole, HttpLimits? limits)
    {
        byte[] longer = [.. input, .. Wire.Bytes(Tail)];
        var said = new ServerFeed(limits).Run(longer, static () => 0);
        Assert.Equal(said, new ServerFeed(limits).Run(longer, static () => 1));
        if (whole.Contains("cut off"))
        {
            return;
        }

        // After a fault, and after the last request, nothing is a request any more.
        var goesOn = !whole.Contains("fault") && !whole.Contains(" last");
        Assert.Equal(goesOn ? whole.Replace("closed\n", new ServerFeed(limits).Run(Wire.Bytes(Tail), static () => 0)) : whole, said);
    }
}
