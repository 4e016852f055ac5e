using System.Globalization;
using System.Text;
using System.Xml;

namespace FsmKit;

/// <summary>
/// Writes a machine as an SCXML document (W3C State Chart XML 1.0). A composite is a state with states inside, and the class is a state around all
/// others. Actions are <c>log</c> elements, guards and lengths are calls, timeouts are delayed events that are cancelled on exit. Features that SCXML
/// lacks are <c>log</c> elements too: (Refuse), (Defer).
/// </summary>
internal sealed class ScxmlForm
{
    private const string Namespace = "http://www.w3.org/2005/07/scxml";
    private readonly MachineDescription _machine;
    private readonly XmlWriter _xml;
    private readonly string? _around;

    private ScxmlForm(MachineDescription machine, XmlWriter xml)
    {
        (_machine, _xml) = (machine, xml);
        var id = ScxmlNames.Id(machine.Name);
        _around = machine.States.Count > 0 && !machine.HasClassRows && !machine.Inside(-1).Any(state => machine.States[state].IsHistory) ? null
            : machine.States.Any(state => ScxmlNames.Id(state.Name) == id) ? id + "-class"
            : id;
    }

    public static string Of(MachineDescription machine)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            new ScxmlForm(machine, xml).Document();
        }

        return text.Append('\n').ToString();
    }

    private void Document()
    {
        Comment($"{_machine.Name}{(_machine.Summary.Length > 0 ? ": " : "")}{_machine.Summary}");
        _xml.WriteStartElement("scxml", Namespace);
        _xml.WriteAttributeString("version", "1.0");
        _xml.WriteAttributeString("name", ScxmlNames.Id(_machine.Name));
        _xml.WriteAttributeString("datamodel", "ecmascript");
        var start = _machine.Start;
        _xml.WriteAttributeString("initial", _around is not null && !IsOutside(start) ? _around : Id(start));
        if (_around is not null)
        {
            Class(start);
        }

        // A final state inside the class's state would complete only that state.
        States(_machine.Inside(-1).Where(state => _around is null || IsOutside(state)));
        _xml.WriteEndElement();
    }

    private void Class(int start)
    {
        _xml.WriteStartElement("state");
        _xml.WriteAttributeString("id", _around);
        if (start >= 0 && !IsOutside(start))
        {
            Initial(start);
        }

        Transitions(-1);
        States(_machine.Inside(-1).Where(state => !IsOutside(state)));
        _xml.WriteEndElement();
    }

    private void States(IEnumerable<int> states)
    {
        foreach (var state in states)
        {
            if (_machine.States[state].IsHistory)
            {
                History(state);
            }
            else
            {
                State(state);
            }
        }
    }

    private void State(int index)
    {
        var state = _machine.States[index];
        var isFinal = IsFinal(index);
        _xml.WriteStartElement(isFinal ? "final" : "state");
        _xml.WriteAttributeString("id", Id(index));
        Comment(state.Summary);
        if (state.Start >= 0)
        {
            Initial(state.Start);
        }

        var timeouts = isFinal ? [] : _machine.TimeoutsOf(index);
        Block("onentry", timeouts.Count, number => Send(index, number, timeouts[number]), state.Enter);
        Block("onexit", timeouts.Count, number => Cancel(index, number), state.Exit);
        if (!isFinal)
        {
            foreach (var work in state.Invocations)
            {
                Invoke(work);
            }

            Transitions(index);
            States(_machine.Inside(index));
        }

        _xml.WriteEndElement();
    }

    /// <summary>
    /// Writes asynchronous work. A comment gives the events of its end, because SCXML derives the event name from the id and FsmKit has named events.
    /// </summary>
    private void Invoke(InvocationDescription work)
    {
        _xml.WriteStartElement("invoke");
        _xml.WriteAttributeString("type", "async");
        _xml.WriteAttributeString("src", ScxmlNames.Text(work.Work));
        Comment(Drawing.Work(work));
        _xml.WriteEndElement();
    }

    private void History(int index)
    {
        _xml.WriteStartElement("history");
        _xml.WriteAttributeString("id", Id(index));
        _xml.WriteAttributeString("type", _machine.States[index].Kind == StateKind.DeepHistory ? "deep" : "shallow");
        Target(_machine.DefaultOf(index));
        _xml.WriteEndElement();
    }

    private void Initial(int state)
    {
        _xml.WriteStartElement("initial");
        Target(state);
        _xml.WriteEndElement();
    }

    private void Target(int state)
    {
        _xml.WriteStartElement("transition");
        _xml.WriteAttributeString("target", Id(state));
        _xml.WriteEndElement();
    }

    private void Block(string name, int timeouts, Action<int> timeout, IReadOnlyList<string> actions)
    {
        if (timeouts + actions.Count == 0)
        {
            return;
        }

        _xml.WriteStartElement(name);
        for (var number = 0; number < timeouts; number++)
        {
            timeout(number);
        }

        foreach (var action in actions)
        {
            Log(action);
        }

        _xml.WriteEndElement();
    }

    private void Send(int state, int number, RowDescription row)
    {
        if (row.Answer == Answer.Idle)
        {
            Comment("Sent anew after every event that is handled in the state.");
        }

        _xml.WriteStartElement("send");
        _xml.WriteAttributeString("event", ScxmlNames.Timeout(Id(state), number));
        _xml.WriteAttributeString("id", ScxmlNames.Timeout(Id(state), number));
        if (row.Delay?.Member is { } member)
        {
            _xml.WriteAttributeString("delayexpr", ScxmlNames.Text(member) + "()");
        }
        else
        {
            _xml.WriteAttributeString("delay", ((long)(row.Delay?.Fixed ?? TimeSpan.Zero).TotalMilliseconds).ToString(CultureInfo.InvariantCulture) + "ms");
        }

        _xml.WriteEndElement();
    }

    private void Cancel(int state, int number)
    {
        _xml.WriteStartElement("cancel");
        _xml.WriteAttributeString("sendid", ScxmlNames.Timeout(Id(state), number));
        _xml.WriteEndElement();
    }

    private void Transitions(int state)
    {
        var timeout = 0;
        foreach (var row in _machine.RowsOf(state))
        {
            var e = row.IsTimeout ? ScxmlNames.Timeout(Id(state), timeout++)
                : row.Answer == Answer.Done ? "done.state." + Id(state)
                : row.Answer == Answer.Always ? null
                : ScxmlNames.Event(row.Event);
            Transition(row, e);
        }
    }

    private void Transition(RowDescription row, string? e)
    {
        _xml.WriteStartElement("transition");
        if (e is not null)
        {
            _xml.WriteAttributeString("event", e);
        }

        if (row.Guard is not null || (e is null && row.Next < 0))
        {
            _xml.WriteAttributeString("cond", row.Guard is null ? "true" : ScxmlNames.Text(row.Guard) + "(_event)");
        }

        if (row.Next >= 0)
        {
            _xml.WriteAttributeString("target", Id(row.Next));
            if (row.State < 0 ? !IsOutside(row.Next) : !row.Reenter && _machine.IsInside(row.Next, row.State))
            {
                _xml.WriteAttributeString("type", "internal");
            }
        }

        if (row.Effect.Length > 0 && row.Answer != Answer.Ignore)
        {
            Log(row.Effect);
        }

        _xml.WriteEndElement();
    }

    private void Log(string label)
    {
        _xml.WriteStartElement("log");
        _xml.WriteAttributeString("label", ScxmlNames.Text(label));
        _xml.WriteEndElement();
    }

    private void Comment(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var comment = ScxmlNames.Text(TextForm.OneLine(text));
        while (comment.Contains("--", StringComparison.Ordinal))
        {
            comment = comment.Replace("--", "- -", StringComparison.Ordinal);
        }

        _xml.WriteComment($" {comment} ");
    }

    private string Id(int state) => state < 0 ? _around ?? "" : ScxmlNames.Id(_machine.States[state].Name);

    private bool IsFinal(int state) => _machine.States[state] is { Kind: StateKind.Final, Start: < 0 };

    /// <summary>Returns whether a state is outside the state that represents the class.</summary>
    private bool IsOutside(int state) => state >= 0 && _machine.States[state].Parent < 0 && IsFinal(state);
}
