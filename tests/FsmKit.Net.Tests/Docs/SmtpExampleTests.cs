using System.Diagnostics;
using System.Text;
using FsmKit.Net.Tests.Examples;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The protocol of the guide "A protocol in an hour", from its first line to a real client.</summary>
public class SmtpExampleTests
{
    private const string Conversation =
        "HELO here\r\nMAIL FROM:<ann@here>\r\nRCPT TO:<bob@there>\r\nRCPT TO:<eve@there>\r\nDATA\r\nHello,\r\n..dots.\r\n.\r\nQUIT\r\n";

    [Fact]
    public void A_letter_is_received()
    {
        using var net = new MemoryNet();
        var box = net.App.Create<LetterBox>("box");
        using var client = net.Network.Connect(box.Server.Sockname!);
        client.Send(Encoding.ASCII.GetBytes(Conversation));
        net.Settle();

        var letter = Assert.Single(box.Letters);
        Assert.Equal(("ann@here", "bob@there eve@there", "Hello,\n.dots.\n"), (letter.From, string.Join(' ', letter.To), letter.Text));
        Assert.Equal(["220", "250", "250", "250", "250", "354", "250", "221"], Codes(client));
        Assert.True(client.IsEnded);
    }

    [Theory]
    [InlineData("MAIL FROM:<a@b>", "503")]
    [InlineData("HELO x|RCPT TO:<a@b>", "250 503")]
    [InlineData("HELO x|MAIL FROM:<a@b>|DATA", "250 250 503")]
    [InlineData("HELO x|MAIL FROM:<a@b>|RSET|RCPT TO:<a@b>", "250 250 250 503")]
    [InlineData("HELO x|MAIL FROM:<a@b>|RCPT TO:<c@d>|HELO y|DATA", "250 250 250 250 503")]
    [InlineData("HELO x|MAIL FROM:<a@b>|RCPT TO:<c@d>|DATA|QUIT|.|NOOP", "250 250 250 354 250 250")]
    public void A_command_out_of_order_is_refused(string said, string codes)
    {
        using var net = new MemoryNet();
        var box = net.App.Create<LetterBox>("box");
        using var client = net.Network.Connect(box.Server.Sockname!);
        client.Send(Encoding.ASCII.GetBytes(said.Replace("|", "\r\n", StringComparison.Ordinal) + "\r\n"));
        net.Settle();

        Assert.Equal("220 " + codes, string.Join(' ', Codes(client)));
    }

    [Fact]
    public void It_does_not_matter_how_the_bytes_arrive()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            using var net = new MemoryNet(new MemoryFaults { Seed = seed, MaxDelay = TimeSpan.FromMilliseconds(20), FragmentReceives = true });
            var box = net.App.Create<LetterBox>("box");
            using var client = net.Network.Connect(box.Server.Sockname!);
            client.Send(Encoding.ASCII.GetBytes(Conversation));
            net.Until(() => HasEnded(client));

            Assert.Equal("Hello,\n.dots.\n", Assert.Single(box.Letters).Text);
        }
    }

    [Fact]
    public void A_client_that_falls_silent_is_left_after_five_minutes()
    {
        using var net = new MemoryNet();
        var box = net.App.Create<LetterBox>("box");
        using var client = net.Network.Connect(box.Server.Sockname!);
        client.Send("HELO here\r\nMAIL FROM:<ann@here>\r\n"u8);
        net.Pass(299_000);
        Assert.False(HasEnded(client));
        net.Pass(2_000);
        Assert.True(HasEnded(client));
        Assert.Empty(box.Letters);
    }

    [Fact]
    public void A_letter_without_an_end_is_cut_off()
    {
        using var net = new MemoryNet();
        var box = net.App.Create<LetterBox>("box");
        using var client = net.Network.Connect(box.Server.Sockname!);
        client.Send("HELO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n"u8);
        var line = Encoding.ASCII.GetBytes(new string('x', 900) + "\r\n");
        for (var i = 0; i < 2_000; i++)
        {
            client.Send(line);
            net.Settle();
        }

        Assert.Equal("552", Codes(client)[^1]);
        Assert.Empty(box.Letters);
    }

    [Fact]
    public async Task Curl_sends_a_letter()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var app = new GAplic();
        var box = app.Create<LetterBox>("box", static box => box.Port = 0);
        var loop = new Thread(() => app.Run());
        loop.Start();
        using var curl = Process.Start(new ProcessStartInfo(
            "curl", ["-sS", "--max-time", "60", $"smtp://127.0.0.1:{box.Server.Port}", "--mail-from", "ann@here", "--mail-rcpt", "bob@there", "-T", "-"])
        {
            RedirectStandardInput = true,
        })!;
        await curl.StandardInput.WriteAsync("Hello,\r\nfrom curl.\r\n");
        curl.StandardInput.Close();
        await curl.WaitForExitAsync(cancellation);
        app.Stop();
        loop.Join();

        Assert.Equal(0, curl.ExitCode);
        var letter = Assert.Single(box.Letters);
        Assert.Equal(("ann@here", "bob@there", "Hello,\nfrom curl.\n"), (letter.From, letter.To[0], letter.Text));
    }

    /// <summary>Reads the received bytes, and returns whether the stream has ended.</summary>
    private static bool HasEnded(MemoryPeer client)
    {
        FrameNet.Read(client);
        return client.IsEnded;
    }

    private static List<string> Codes(MemoryPeer client) =>
        [.. FrameNet.Read(client).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static line => line[..3])];
}
