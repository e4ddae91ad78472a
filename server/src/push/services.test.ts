import { expect, test } from 'vitest'
import { isPushService, USUAL_SERVICES } from './services.ts'

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/QGu',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
])('%s is a browser’s push service', (endpoint) => {
  expect(isPushService(endpoint, USUAL_SERVICES)).toBe(true)
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com.example.org/abc',
  'https://notfcm.googleapis.com/abc',
  'https://fcm.googleapis.com:8443/abc',
  'https://user@fcm.googleapis.com/abc',
  'https://192.168.1.1/admin',
  'http://localhost:9100/',
  'file:///etc/passwd',
  'nonsense',
])('%s is none: nobody sends this server there', (endpoint) => {
  expect(isPushService(endpoint, USUAL_SERVICES)).toBe(false)
})

test('a town with a push service of its own names it whole', () => {
  const services = ['http://10.0.0.5:8090']

  expect(isPushService('http://10.0.0.5:8090/abc', services)).toBe(true)
  expect(isPushService('http://10.0.0.5:8091/abc', services)).toBe(false)
  expect(isPushService('https://10.0.0.5:8090/abc', services)).toBe(false)
})
