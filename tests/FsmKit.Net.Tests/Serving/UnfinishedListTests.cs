using Xunit;

namespace FsmKit.Net.Tests;

public class UnfinishedListTests
{
    [Fact]
    public void They_stay_in_order_wherever_one_is_taken_out()
    {
        var list = new UnfinishedList();
        var all = Enumerable.Range(0, 5).Select(static _ => new Stub()).ToArray();
        Array.ForEach(all, list.Add);

        list.Remove(all[2]);
        Assert.Equal([all[0], all[1], all[3], all[4]], Items(list));
        list.Remove(all[0]);
        list.Remove(all[4]);
        Assert.Equal([all[1], all[3]], Items(list));
        Assert.Equal(2, list.Count);
    }

    [Fact]
    public void Adding_and_removing_twice_does_nothing()
    {
        var (list, other) = (new UnfinishedList(), new UnfinishedList());
        var one = new Stub();
        list.Add(one);
        list.Add(one);
        other.Remove(one);
        Assert.Equal(1, list.Count);

        list.Remove(one);
        list.Remove(one);
        Assert.Equal((0, 0), (list.Count, other.Count));
        Assert.Null(list.Oldest);
        list.Add(one);
        Assert.Same(one, list.Oldest);
    }

    private static IEnumerable<Unfinished> Items(UnfinishedList list)
    {
        for (var item = list.Oldest; item is not null; item = item.Younger)
        {
            Assert.True(item.Younger is null || item.Younger.Older == item);
            yield return item;
        }
    }

    private sealed class Stub : Unfinished
    {
        public override void GiveUp(RefusalReason reason)
        {
        }
    }
}
