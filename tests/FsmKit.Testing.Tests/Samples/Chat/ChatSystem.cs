using ChatSample;
using FsmKit.Net;

namespace FsmKit.Testing.Tests.Samples.Chat;

/// <summary>Sets up the server of the sample and up to three clients, each on a loop of its own, and the rules of the room.</summary>
internal static class ChatSystem
{
    private static readonly string[] Names = ["ann", "bob", "cid"];
    private static readonly string[] Lines = ["hello", "bye"];

    /// <summary>A network in which bytes come in parts and late, and connections are reset.</summary>
    public static readonly MemoryFaults Faults = new()
    {
        FragmentSends = true,
        FragmentReceives = true,
        MaxDelay = TimeSpan.FromMilliseconds(50),
        ShuffleReadiness = true,
        Resets = 0.01,
    };

    /// <summary>Makes one world. The schedule chooses the number of clients and their lines, so a failure shrinks to the fewest.</summary>
    public static void SetUp(World world, Action<Session>? bug = null)
    {
        var chat = world.Loop("server").Create<ChatServer>("chat", x => (x.Port, x.ConfigureSession) = (7007, bug));
        var clients = Names.Take(1 + world.Choose(Names.Length))
            .Select(name => world.Loop(name).Create<ChatClient>(name, x => x.Lines = [.. Lines.Take(world.Choose(Lines.Length + 1))])).ToList();
        var sayable = Names.SelectMany(static name => (string[])[.. Lines.Select(line => $"{name}: {line}"), $"* {name} joins", $"* {name} leaves"]).ToHashSet();
        world.Always("what is heard was said", () => clients.All(client => client.Heard.All(sayable.Contains)));
        world.Always("nobody hears a line twice", () => clients.All(static client => client.Heard.Distinct().Count() == client.Heard.Count));
        world.Eventually("whoever came later and stayed has heard the same in the same order", () =>
            clients.Where(static client => client.HasStayed).OrderBy(static client => client.Heard.Count).ToArray() is var stayed
            && stayed.Zip(stayed.Skip(1)).All(static pair => pair.Second.Heard.TakeLast(pair.First.Heard.Count).SequenceEqual(pair.First.Heard)));
        world.Eventually("the room is empty", () => chat.Room.Count == 0);
        world.Eventually("no session is left", () => world.Count<Session>() == 0);
    }
}
