namespace FsmKit.Tests.Describing;

/// <summary>Descriptions of random machines, the same for the same seed. Their names are words and signs of some language.</summary>
internal sealed class RandomMachines
{
    private static readonly string[] Words =
    [
        "Idle", "end", "State", "note", "class", "Default", "constructor", "root", "direction", "Übergang", "Ключ", "_x0041_", "__", "after", "done", "error",
        "Ev<int>", "(int, string)", "quo\"te", "back\\slash", "pi|pe", "new\nline", "semi;colon:", "-->", "]]>", "<!--", "a--b-", "&amp;", "#35;", "%% x", "{}", "`code`",
        "\u0001", "\uD800", "😀", "e\u0301", "1st", "s1", "S1", "[*", "*", "a.b",
    ];

    private readonly Random _random;
    private readonly List<StateDescription> _states = [];

    private RandomMachines(int seed) => _random = new Random(seed);

    public static MachineDescription Make(int seed) => new RandomMachines(seed).Make();

    private MachineDescription Make()
    {
        for (var count = _random.Next(10); _states.Count < count;)
        {
            AddState();
        }

        for (var i = 0; i < _states.Count; i++)
        {
            var inside = Inside(i).Where(state => !IsHistory(state)).ToList();
            _states[i] = inside.Count > 0 ? _states[i] with { Start = Any(inside), Kind = StateKind.Ordinary } : _states[i];
        }

        var start = Inside(-1).ToList();
        return new MachineDescription
        {
            Name = Word(),
            Summary = _random.Next(2) == 0 ? "" : $"{Word()} {Word()}",
            States = _states,
            Leaves = start.Count == 0 ? [] : [.. Leaves(-1, Any(start))],
            Inputs = [.. Words.Take(5).Select(word => new EventDescription(word, Word(), _random.Next(2) == 0))],
            Outputs = [new EventDescription(Word(), "", false)],
            Rows = [.. Enumerable.Range(-1, _states.Count + 1).SelectMany(Rows)],
            Parameters = [new ParameterDescription(Word(), Word(), Word(), Word(), static _ => null, null)],
        };
    }

    private void AddState()
    {
        var parent = _random.Next(2) == 0 ? -1 : Enumerable.Range(0, _states.Count).Where(state => _states[state].Kind == StateKind.Ordinary).DefaultIfEmpty(-1).Last();
        var sibling = parent < 0 ? -1 : Inside(parent).Where(state => !IsHistory(state)).DefaultIfEmpty(-1).First();
        var kind = _random.Next(6) switch
        {
            0 when sibling >= 0 => StateKind.History,
            1 when sibling >= 0 => StateKind.DeepHistory,
            2 => StateKind.Final,
            _ => StateKind.Ordinary,
        };
        var name = Word();
        while (_states.Exists(state => state.Name == name))
        {
            name += Word();
        }

        _states.Add(new StateDescription(name, _random.Next(2) == 0 ? "" : Word(), kind < StateKind.History ? Names() : [], kind < StateKind.History ? Names() : [], _random.Next(2) == 0)
        {
            Parent = parent,
            Kind = kind,
            Default = kind >= StateKind.History && _random.Next(2) == 0 ? sibling : -1,
        });
    }

    private IEnumerable<RowDescription> Rows(int state)
    {
        var isComposite = state >= 0 && _states[state].Start >= 0;
        for (var count = state < 0 ? _random.Next(3) - 1 : _states[state].Kind == StateKind.Ordinary ? _random.Next(5) : 0; count > 0; count--)
        {
            var answer = (Answer)_random.Next(state < 0 ? 3 : 9);
            answer = answer == Answer.Done && !isComposite ? Answer.On : answer;
            var delay = _random.Next(2) == 0 ? new DelayDescription(_random.Next(1, int.MaxValue)) : new DelayDescription(Word());
            var runs = answer is not (Answer.Ignore or Answer.Refuse or Answer.Defer);
            var forward = new ForwardDescription(_random.Next(2) == 0 ? null : Word(), Word(), _random.Next(2) == 0 ? null : Word());
            yield return new RowDescription(
                state, answer is Answer.On or Answer.Ignore or Answer.Refuse or Answer.Defer or Answer.Forward ? Words[_random.Next(5)] : $"{answer}", answer,
                runs && answer != Answer.Forward && _random.Next(2) == 0 ? Word() : null, runs && _states.Count > 0 ? _random.Next(-1, _states.Count) : -1, _random.Next(3) == 0 ? Word() : null)
            {
                Reenter = isComposite && _random.Next(3) == 0,
                Delay = answer is Answer.After or Answer.Idle ? delay : null,
                Forward = answer == Answer.Forward ? forward : null,
            };
        }
    }

    private IEnumerable<int> Leaves(int parent, int start) => Inside(parent).Where(state => !IsHistory(state)).OrderByDescending(state => state == start)
        .SelectMany(state => _states[state].Start >= 0 ? Leaves(state, _states[state].Start) : [state]);

    private IEnumerable<int> Inside(int parent) => Enumerable.Range(0, _states.Count).Where(state => _states[state].Parent == parent);

    private bool IsHistory(int state) => _states[state].Kind is StateKind.History or StateKind.DeepHistory;

    private string[] Names() => [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Word())];

    private string Word() => Words[_random.Next(Words.Length)];

    private int Any(List<int> items) => items[_random.Next(items.Count)];
}
