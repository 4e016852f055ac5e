using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Tests;

public class NumberListTests
{
    [Fact]
    public void Small_and_large_numbers_come_back_in_their_order()
    {
        int[] numbers = [0, 1, 254, 255, 256, int.MaxValue, -1, 7];
        var list = new NumberList();
        foreach (var number in numbers)
        {
            list.Add(number);
        }

        Assert.Equal(numbers, list);
        Assert.Equal(numbers.Length, list.Count);
    }

    [Fact]
    public void What_was_cut_off_does_not_come_back()
    {
        var list = new NumberList();
        foreach (var number in new[] { 300, 1, 400 })
        {
            list.Add(number);
        }

        list.Truncate(1);
        list.Add(2);
        list.Add(500);
        Assert.Equal([300, 2, 500], list);

        list.Truncate(0);
        list.Add(255);
        Assert.Equal([255], list);
    }
}
