using Microsoft.AspNetCore.SignalR;

namespace FsmKit.AspNetCore.Tests;

/// <summary>A hub with groups, a result, a stream and a stream of the client.</summary>
public sealed class ChatHub : Hub
{
    public async Task Join(string room)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, room);
        await Clients.Group(room).SendAsync("joined", room);
    }

    public Task Say(string room, string text) => Clients.Group(room).SendAsync("said", text);

    public int Add(int a, int b) => a + b;

    public async IAsyncEnumerable<int> Count(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    public async Task<int> Sum(IAsyncEnumerable<int> numbers)
    {
        var sum = 0;
        await foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }
}
