import { describe, expect, test } from 'vitest'
import { parse } from '../../src/config.ts'
import { named, openedBy, programOf } from '../../src/facts/named.ts'
import { pathsNamed } from '../../src/facts/paths-named.ts'
import { schemaOf } from '../../src/schema/registry.ts'

const TEXT = `global_defs {
    notify_fifo /run/events
    startup_script "/usr/bin/start --now"
}
vrrp_script a {
    script "'/opt/my checks/a' -x"
}
vrrp_script b {
    script check_b
}
vrrp_script c {
    script "</run/flag"
}
vrrp_instance VI_1 {
    interface eth0
    notify_master "/usr/bin/n 1" root
    notify_backup /usr/bin/m
}
virtual_server 10.0.0.1 80 {
    real_server 10.0.1.1 80 {
        MISC_CHECK {
            misc_path "/usr/bin/misc"
        }
    }
}
`

describe('what a configuration names', () => {
  test('are the files of all words that the rows call paths and commands', () => {
    expect(pathsNamed(parse(TEXT, { target: '2.4.3', file: 'k.conf' }))).toEqual({
      paths: [
        'k.conf',
        '/run/events',
        '/usr/bin/start',
        '/opt/my checks/a',
        '/run/flag',
        '/usr/bin/n',
        '/usr/bin/m',
        '/usr/bin/misc',
      ],
      commands: ['check_b'],
    })
  })

  test('is found by type, with the keyword', () => {
    const { bound, dialect } = parse(TEXT, { target: '2.4.3' })
    expect(named(schemaOf(dialect).root, bound.model, ['interface'])).toMatchObject([
      { keyword: 'interface', value: 'eth0', path: 'vrrp_instance' },
    ])
  })
})

describe('a command', () => {
  test.each([
    ['/bin/a b c', '/bin/a'],
    ['"/bin/a b" c', '/bin/a b'],
    ['/bin/a\\ b c', '/bin/a b'],
    ['', undefined],
    ['"/bin/a', undefined],
  ])('%s has the program %s', (command, program) => {
    expect(programOf(command)).toBe(program)
  })

  test('may test that a file can be opened', () => {
    expect(['</run/a b', '< \t/run/a', '<a', '/bin/a'].map(openedBy)).toEqual(['/run/a', '/run/a', undefined, undefined])
  })
})
