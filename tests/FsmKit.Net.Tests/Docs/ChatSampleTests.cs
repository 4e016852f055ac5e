using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Talks to the chat server of the samples.</summary>
[Trait("Category", "Slow")]
public class ChatSampleTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_clients_hear_each_other_come_talk_and_leave()
    {
        using var chat = new Sample("Chat", "--port", "0");
        var address = await chat.Address(Stopped);
        using var ann = Join(address, "ann");
        Hears(ann, "* ann joins");
        using (var bob = Join(address, "bob"))
        {
            Hears(bob, "* bob joins");
            Hears(ann, "* bob joins");
            Says(ann, "hello\nhow are you?");
            Hears(bob, "ann: hello\nann: how are you?");
            Hears(ann, "ann: hello\nann: how are you?");
        }

        Hears(ann, "* bob leaves");
        chat.Terminate();
        Assert.Equal(0, await chat.ExitCode(Stopped));
    }

    [Fact]
    public async Task A_blank_or_taken_name_and_a_line_that_is_too_long_are_refused_with_a_message()
    {
        using var chat = new Sample("Chat");
        var address = await chat.Address(Stopped);
        using var ann = Join(address, "ann");
        Hears(ann, "* ann joins");
        using var other = Join(address, " ");
        Hears(other, "* say a name first");
        Says(other, "ann");
        Hears(other, "* ann is taken, say another name");
        Says(other, "bob");
        Hears(other, "* bob joins");
        Says(other, new string('x', 201));
        Hears(other, "* a line has 200 bytes at most");
        Says(other, new string('x', 200));
        Hears(ann, $"* bob joins\nbob: {new string('x', 200)}");
    }

    [Fact]
    public async Task It_says_what_may_be_asked_for()
    {
        using var chat = new Sample("Chat", "--port", "many");
        Assert.Contains("usage: Chat", await chat.Errors, StringComparison.Ordinal);
        Assert.Equal(2, await chat.ExitCode(Stopped));
    }

    private static Socket Join(IPEndPoint address, string name)
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000 };
        client.Connect(address);
        Says(client, name);
        return client;
    }

    private static void Says(Socket client, string lines) => client.Send(Encoding.UTF8.GetBytes(lines + "\n"));

    private static void Hears(Socket client, string lines) => Assert.Equal(lines + "\n", ConnectingTests.Read(client, lines.Length + 1));
}
