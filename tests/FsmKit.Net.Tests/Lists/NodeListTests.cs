using Xunit;

namespace FsmKit.Net.Tests;

public class NodeListTests
{
    [Fact]
    public void They_stay_in_order_wherever_one_is_taken_out()
    {
        var list = new NodeList<Item>();
        var all = Enumerable.Range(0, 5).Select(static _ => new Item()).ToArray();
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
        var (list, other) = (new NodeList<Item>(), new NodeList<Item>());
        var one = new Item();
        list.Add(one);
        list.Add(one);
        other.Remove(one);
        Assert.Equal(1, list.Count);

        list.Remove(one);
        list.Remove(one);
        Assert.Equal((0, 0), (list.Count, other.Count));
        Assert.Null(list.First);
        list.Add(one);
        Assert.Same(one, list.First);
    }

    [Fact]
    public void All_move_before_those_of_another_list()
    {
        var (list, other) = (new NodeList<Item>(), new NodeList<Item>());
        var all = Enumerable.Range(0, 4).Select(static _ => new Item()).ToArray();
        Array.ForEach(all[..2], list.Add);
        Array.ForEach(all[2..], other.Add);

        list.MoveBefore(other);
        Assert.Equal(all, Items(other));
        Assert.Equal((0, 4), (list.Count, other.Count));
        Assert.Null(list.First);
        other.Remove(all[1]);
        Assert.Equal(3, other.Count);
    }

    private static IEnumerable<Item> Items(NodeList<Item> list)
    {
        for (var item = list.First; item is not null; item = item.Next)
        {
            Assert.True(item.Next is null || item.Next.Previous == item);
            yield return item;
        }
    }

    private sealed class Item : ListNode<Item>;
}
