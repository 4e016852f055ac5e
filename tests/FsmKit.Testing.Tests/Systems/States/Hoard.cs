using System.Collections.Immutable;
using System.Text;

namespace FsmKit.Testing.Tests.Systems.States;

/// <summary>Keeps numbers in collections of many kinds.</summary>
internal sealed class Hoard
{
    private readonly List<int> _list = [];
    private readonly Dictionary<string, List<int>> _lists = [];
    private readonly HashSet<int> _set = [];
    private readonly Queue<(int Number, object Box)> _queue = new();
    private readonly Stack<string> _stack = new();
    private readonly SortedDictionary<int, int> _sorted = [];
    private readonly PriorityQueue<int, int> _heap = new();
    private readonly LinkedList<int> _linked = new();
    private readonly StringBuilder _text = new();
    private readonly int[] _counts = new int[4];
    private readonly Random _random = new(7);
    private ImmutableList<int> _immutable = [];
    private object? _last;
    private Pair _pair;
    private int? _nullable;

    public void Add(int number)
    {
        _list.Add(number);
        (_lists.TryGetValue($"{number}", out var list) ? list : _lists[$"{number}"] = []).Add(_list.Count);
        _set.Add(number);
        _queue.Enqueue((number, _set.Count));
        _stack.Push($"{number}");
        _sorted[number] = _list.Count;
        _heap.Enqueue(number, -number);
        _linked.AddFirst(number);
        _text.Append(number);
        _counts[number]++;
        _immutable = _immutable.Add(_random.Next(3));
        _last = _last is Pair before ? before with { One = number } : new Pair(number, _list);
        _pair.One += number;
        _pair.Other = _stack;
        _nullable = _nullable is { } last ? last + number : number;
        if (_queue.Count > 2)
        {
            _queue.Dequeue();
            _stack.Pop();
            _heap.Dequeue();
        }
    }

    private record struct Pair(int One, object Other);
}
